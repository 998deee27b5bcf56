namespace GuidanceBot.Screening.Patients;

/// <summary>The findings that the judge makes: rule, reason, severity, takeaways by kind.</summary>
internal static class PatientFindings
{
    private static readonly int[] Takeaways = [6, 5, 4];

    /// <summary>The rule's id for a kind, such as <c>patient.name</c>.</summary>
    public static string Rule(IdentifierKind kind) => $"patient.{kind.Name()}";

    public static Finding Of(Identifier identifier, double score, bool severe) => new(
        FindingCategory.PatientIdentifier,
        identifier.Kind,
        identifier.Type,
        Severity(identifier.Kind, severe),
        score,
        identifier.Span,
        Rule(identifier.Kind),
        Reason(identifier),
        Takeaways);

    /// <summary>Several identifiers together make each of them weightier.</summary>
    public static void Raise(List<Finding> findings, int last)
    {
        for (var i = findings.Count - last; i < findings.Count; i++)
            findings[i] = findings[i] with { Severity = Screening.Severity.High };
    }

    private static Severity Severity(IdentifierKind kind, bool severe) => kind switch
    {
        IdentifierKind.Id or IdentifierKind.Phone or IdentifierKind.Email => Screening.Severity.High,
        IdentifierKind.Name when severe => Screening.Severity.High,
        _ => Screening.Severity.Medium,
    };

    private static string Reason(Identifier identifier) => identifier.Kind switch
    {
        IdentifierKind.Name => "This looks like the name of a patient or of somebody close to one.",
        IdentifierKind.Date => "This looks like a date from a patient's life, such as a birthday or a visit.",
        IdentifierKind.Phone => "This looks like the phone number of a patient or of somebody close to one.",
        IdentifierKind.Email => "This looks like the e-mail address of a patient or of somebody close to one.",
        IdentifierKind.Id => "This looks like a number that belongs to one patient only.",
        IdentifierKind.Address when identifier.Type is "bed" or "ward" => "A ward, bay or bed tells people nearby who this is.",
        IdentifierKind.Address => "This looks like where a patient lives or is cared for.",
        IdentifierKind.AgeOver89 => "Few people reach this age, so it points to one of them.",
        _ => "This link or address may lead to a patient.",
    };
}
