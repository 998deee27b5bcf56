namespace GuidanceBot.Screening;

/// <summary>Text that identifies somebody, whoever it belongs to: what masking hides. Recall first.</summary>
/// <param name="Kind">One of the eight kinds.</param>
/// <param name="Type">A finer name such as <c>nhs_number</c> or <c>bed</c>; null where there is none.</param>
/// <param name="Span">Where in the original text, in UTF-16 units.</param>
/// <param name="Score">How sure the detector is, 0 to 1.</param>
public sealed record Identifier(IdentifierKind Kind, string? Type, TextSpan Span, double Score);

/// <summary>The eight kinds of identifier.</summary>
public enum IdentifierKind
{
    /// <summary>A person's name, initials used as one, a relative's, a handle that is one.</summary>
    Name,

    /// <summary>A day or month in a person's life, in any form; not a year alone, not study dates.</summary>
    Date,

    /// <summary>Phone, fax or pager; not public hotlines.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>Any unique number of a person: record, insurance, account, licence, device, plate.</summary>
    Id,

    /// <summary>Street, town or postcode of a person, a named hospital, clinic, ward, bay or bed.</summary>
    Address,

    /// <summary>An age over 89, in digits or words.</summary>
    AgeOver89,

    /// <summary>A link or address that leads to a person.</summary>
    UrlIp,
}

/// <summary>A stretch of the original text in UTF-16 units, end exclusive.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Its length in UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>Whether the two share a character.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;
}
