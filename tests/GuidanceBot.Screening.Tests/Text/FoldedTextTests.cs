using GuidanceBot.Screening.Text;
using Xunit;

namespace GuidanceBot.Screening.Tests.Text;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("Hello World", "hello world")]
    [InlineData("Café Ünïcode", "cafe unicode")]
    [InlineData("e\u0301a", "ea")]
    [InlineData("pa\u200bti\u00adent\u202e", "patient")]
    [InlineData("рatiеnt", "patient")] // Cyrillic er and ie
    [InlineData("Ｆｕｌｌ　１２", "full 12")]
    [InlineData("𝓫𝓮𝓭 𝟜", "bed 4")]
    [InlineData("1️⃣2️⃣", "12")]
    [InlineData("Łukasz Straße Ærø", "lukasz strasse aero")]
    [InlineData("١٢٣", "123")]
    public void What_looks_alike_folds_alike(string text, string expected)
    {
        using var folded = FoldedText.Of(text);

        Assert.Equal(expected, folded.Chars.ToString());
    }

    [Theory]
    [InlineData("see Zoë\u0308\u200b today", "zoe", "Zoë\u0308\u200b")]
    [InlineData("a 𝓫𝓮𝓭 b", "bed", "𝓫𝓮𝓭")]
    [InlineData("x Straße y", "strasse", "Straße")]
    [InlineData("room 1️⃣2️⃣!", "12", "1️⃣2️⃣")]
    public void A_token_knows_where_it_stood(string text, string word, string original)
    {
        using var folded = FoldedText.Of(text);

        var token = Single(folded, word);
        var span = folded.ToOriginal(token.Start, token.End);

        Assert.Equal(original, text[span.Start..span.End]);
    }

    [Fact]
    public void Tokens_carry_what_stood_before_them()
    {
        using var folded = FoldedText.Of("Mr O'Brien's 87-year-old, bed 5B.\nNext");

        Assert.Equal(["mr", "o'brien", "87", "year", "old", "bed", "5", "b", "next"], Words(folded));
        Assert.True(Single(folded, "o'brien").Has(TokenFlags.Possessive));
        Assert.Equal(Gap.Hyphen, Single(folded, "year").Gap);
        Assert.Equal(Gap.Comma | Gap.Space, Single(folded, "bed").Gap);
        Assert.Equal(Gap.None, Single(folded, "b").Gap);
        Assert.True(Single(folded, "next").Has(TokenFlags.SentenceStart));
    }

    [Theory]
    [InlineData("M1chael", "michael")]
    [InlineData("5tan1slaw", "stanislaw")]
    [InlineData("k i l l", "kill")]
    [InlineData("S.h.a.n.i.c.e", "shanice")]
    [InlineData("k.i.l.l", "kill")]
    public void A_disguised_word_has_the_hash_of_the_word(string text, string meant)
    {
        using var folded = FoldedText.Of(text);

        Assert.Equal(WordHash.Of(meant), folded.Tokens[0].Hash);
        Assert.Equal(1, folded.TokenCount);
    }

    [Fact]
    public void Code_quotes_mentions_and_links_are_marked()
    {
        using var folded = FoldedText.Of("> quoted\nplain `code` <@123> see https://a.example/x me@x.example");

        Assert.True(Single(folded, "quoted").Has(TokenFlags.Quote));
        Assert.False(Single(folded, "plain").Has(TokenFlags.Quote));
        Assert.True(Single(folded, "code").Has(TokenFlags.Code));
        Assert.True(Single(folded, "123").Has(TokenFlags.Mention));
        Assert.False(Single(folded, "see").Has(TokenFlags.Mention | TokenFlags.Link));
        Assert.True(Single(folded, "a").Has(TokenFlags.Link));
        Assert.True(Single(folded, "me").Has(TokenFlags.Link));
    }

    [Theory]
    [InlineData("abc", nameof(LetterCase.Lower))]
    [InlineData("Abc", nameof(LetterCase.Capitalised))]
    [InlineData("ABC", nameof(LetterCase.Upper))]
    [InlineData("McKay", nameof(LetterCase.Mixed))]
    [InlineData("mRNA", nameof(LetterCase.Camel))]
    public void A_token_keeps_its_case(string text, string expected)
    {
        using var folded = FoldedText.Of(text);

        Assert.Equal(expected, folded.Tokens[0].Case.ToString());
    }

    private static Token Single(FoldedText folded, string word)
    {
        foreach (var token in folded.Tokens)
        {
            if (folded.Word(token).SequenceEqual(word))
                return token;
        }

        throw new InvalidOperationException($"no token {word}");
    }

    private static List<string> Words(FoldedText folded)
    {
        var words = new List<string>();
        foreach (var token in folded.Tokens)
            words.Add(folded.Word(token).ToString());
        return words;
    }
}
