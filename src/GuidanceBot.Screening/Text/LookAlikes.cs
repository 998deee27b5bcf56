using System.Collections.Frozen;
using System.Text;

namespace GuidanceBot.Screening.Text;

/// <summary>Letters that only look Latin, and Latin letters that no decomposition takes apart. Compiled by us.</summary>
internal static class LookAlikes
{
    private static readonly FrozenDictionary<int, string> Known = Pairs(
        // Cyrillic
        "аa", "вb", "еe", "ёe", "кk", "мm", "нh", "оo", "рp", "сc", "тt", "уy", "хx", "іi", "їi", "јj", "ѕs", "ԁd", "ԛq", "ԝw", "һh", "ӏl", "ґr", "ьb",
        // Greek
        "αa", "βb", "εe", "ηn", "ιi", "κk", "νv", "οo", "ρp", "τt", "υu", "χx", "ϲc", "ωw", "γy",
        // Latin that stays whole under NFKD
        "øo", "đd", "łl", "ħh", "ŧt", "ıi", "ɑa", "ɡg", "ɩi", "ʋv", "ƅb", "ŀl", "ɪi", "ʀr", "ɴn", "ʏy", "ʜh", "ʟl", "ʙb", "ɢg", "ᴀa", "ᴄc", "ᴅd", "ᴇe", "ᴊj", "ᴋk", "ᴍm", "ᴏo", "ᴘp", "ᴛt", "ᴜu", "ᴠv", "ᴡw", "ᴢz", "ꜱs", "ƙk", "ɓb", "ɗd", "ɔo", "ɛe", "əe",
        // Capitals whose small letter imitates something else
        "Βb", "Ηh", "Νn", "Ρp", "Υy", "Χx", "Ζz", "Ιi", "Вb", "Нh", "Рp", "Сc", "Уy", "Хx", "Ѕs", "Ӏi",
        // Armenian, Cherokee and others seen in the wild
        "օo", "սu", "ոn", "ցg", "հh", "ⅼl", "ⅰi", "∕/", "⁄/", "‐-", "‑-", "‒-", "–-", "—-", "―-", "−-", "‘'", "’'", "‛'", "ʼ'", "ʹ'", "′'", "＇'", "“\"", "”\"", "„\"", "«\"", "»\"", "․.", "。.", "·.", "•.", "٪%", "＠@", "﹫@");

    private static readonly FrozenDictionary<int, string> Ligatures = new Dictionary<int, string>
    {
        ['ß'] = "ss",
        ['ẞ'] = "ss",
        ['æ'] = "ae",
        ['Æ'] = "ae",
        ['œ'] = "oe",
        ['Œ'] = "oe",
        ['þ'] = "th",
        ['Þ'] = "th",
        ['ð'] = "d",
        ['Ð'] = "d",
    }.ToFrozenDictionary();

    /// <summary>The Latin text that this letter imitates, in lower case; null when it imitates none.</summary>
    public static string? Latin(Rune rune) =>
        Known.GetValueOrDefault(rune.Value) ?? Ligatures.GetValueOrDefault(rune.Value) ?? (
            Rune.ToLowerInvariant(rune) is var lower && lower != rune ? Known.GetValueOrDefault(lower.Value) : null);

    private static FrozenDictionary<int, string> Pairs(params string[] pairs) =>
        pairs.ToFrozenDictionary(p => (int)p[0], p => p[1..]);
}
