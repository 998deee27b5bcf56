namespace GuidanceBot.Screening.Rules;

/// <summary>What a token looks like where its word does not matter.</summary>
[Flags]
internal enum Shapes : byte
{
    None = 0,

    /// <summary>Digits: <c>{number}</c> in a pack.</summary>
    Number = 1,

    /// <summary>Somebody addressed with an at-sign: <c>{mention}</c>.</summary>
    Mention = 2,

    /// <summary>Inside a web address: <c>{link}</c>.</summary>
    Link = 4,

    /// <summary>Probably a person's name: <c>{name}</c>.</summary>
    Name = 8,

    /// <summary>A town or region: <c>{place}</c>.</summary>
    Place = 16,

    /// <summary>A capitalised word that no dictionary has, such as a product's name: <c>{coined}</c>.</summary>
    Coined = 32,
}
