using CsCheck;
using Xunit;

namespace GuidanceBot.Screening.Tests;

/// <summary>What holds for any text whatever.</summary>
public sealed class AnyTextTests
{
    private const int Texts = 1000;
    private static readonly Screener Screener = new(RulePack.Parse([]));

    private static readonly Gen<string> Piece = Gen.OneOf(
        OneOf(
            "Mr ", "mrs. ", "Dr ", "Anna ", "Okafor", "smith", "'s ", "mum ", "dob ", "born ", "12/04/1969", "April ", "3rd ", "of ", "the ", "2023", "'58", "twenty ", "oh ", "seven ", "double ", "hundred ", "and ",
            "07700 900 318", "+44 ", "(0)", "555-0142", "x33", "NHS ", "943 476 5870", "mrn", "# ", "1EG4-TE5-MK73", "GB29 NWBK 6016", "QX99 ", "ZZZ", "14 ", "Larch ", "Road", "Suite ", "P.O. Box ", "ward ", "bed ", "6",
            "97", "yo ", "year", "-old ", "@", "mail", ".example", "https://", "www.", "10.0.0.1", "::1", "[NAME]", "[DATE]", "[AGE_OVER_89]", "_", "^", "#", "`", "```", "> ", "<@12>", "\n", "\r\n", "\t", " ", ", ", ". ", "!", "?", "(", ")",
            "😀", "\u200b", "\u202e", "é", "e\u0301", "ß", "ﬁ", "Ж", "рatient ", "１２", "1️⃣", "𝓫𝓮𝓭 ", "\uD800", "\uDC00", "\uFFFF", "disease ", "study ", "patients ", "S.h.a.n.e ", "5tan1slaw ", ".png", "O77OO 9OO164", "dot ", " [at] "),
        Gen.String,
        Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyz ABCDEFG 0123456789 .,-/()@"], 0, 12]);

    private static readonly Gen<string> Text = Piece.Array[0, 24].Select(string.Concat);

    [Fact]
    public void Every_text_has_a_result_whose_offsets_are_valid() => Text.Sample(
        text =>
        {
            var result = Screener.Examine(text);
            var at = 0;
            foreach (var found in result.Identifiers)
            {
                if (found.Span.Start < at || found.Span.End <= found.Span.Start || found.Span.End > text.Length || found.Score is < 0 or > 1)
                    return false;
                at = found.Span.End;
            }

            return result.Findings.All(f => f.Span is not { } span || (span.Start >= 0 && span.Start < span.End && span.End <= text.Length));
        },
        iter: Texts);

    [Fact]
    public void No_span_cuts_a_character_in_two() => Text.Sample(
        text => Screener.Examine(text).Identifiers.All(f => Whole(text, f.Span.Start) && Whole(text, f.Span.End)),
        iter: Texts);

    [Fact]
    public void Invisible_characters_change_nothing() => Gen.Select(Text, Gen.Int[0, 400], OneOf('\u200b', '\u200d', '\u2060', '\u00ad', '\ufeff')).Sample(
        (text, at, invisible) =>
        {
            // Not between the halves of a pair: that would change the text itself.
            var where = text.Length == 0 ? 0 : at % text.Length;
            if (!Whole(text, where))
                return true;
            var disguised = text.Insert(where, invisible.ToString());

            return Plain(Masked(text)) == Plain(Masked(disguised));
        },
        iter: Texts);

    [Fact]
    public void A_masked_text_holds_no_identifier() => Text.Sample(
        text => Screener.Examine(Masked(text)).Identifiers.Count == 0,
        iter: Texts);

    [Theory] // found by fuzzing: the word in [ID] announced the next number, and so on along the text
    [InlineData("943 476 5870\uFFFDx999\uFFFDx\uFFFDN:1\uFFFD9\uFFFDx999\uFFFD999t e(9x:9999)9(0x99")]
    [InlineData("943 476 5870war~6 870w\u003C9\uFFFDx999\uFFFDx\uFFFD9\uFFFD9\uFFFDx999^h\uFFFD499t:1x\u00269999")]
    public void A_mask_announces_nothing(string text) => Assert.Empty(Screener.Examine(Masked(text)).Identifiers);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Masked(string text) => Screener.Mask(text, Screener.Examine(text).Identifiers);

    private static string Plain(string text) => string.Concat(text.Where(c => c is not ('\u200b' or '\u200d' or '\u2060' or '\u00ad' or '\ufeff' or '\u202e')));

    private static bool Whole(string text, int at) => at <= 0 || at >= text.Length || !(char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]));
}
