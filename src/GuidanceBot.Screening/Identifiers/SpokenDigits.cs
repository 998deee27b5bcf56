using System.Collections.Frozen;
using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Words that people say for digits.</summary>
internal static class SpokenDigits
{
    public const int None = -1, Double = -2, Treble = -3, Hundred = -4;

    private static readonly FrozenDictionary<ulong, int> Values = Build();

    /// <summary>0 to 99, or what the word does to its neighbour.</summary>
    public static int Read(ulong hash) => Values.TryGetValue(hash, out var value) ? value : None;

    private static FrozenDictionary<ulong, int> Build()
    {
        var values = new Dictionary<ulong, int>();
        string[] units = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
        for (var i = 0; i < units.Length; i++)
            values[WordHash.Of(units[i])] = i;
        string[] tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        for (var i = 0; i < tens.Length; i++)
            values[WordHash.Of(tens[i])] = 20 + 10 * i;
        foreach (var zero in new[] { "oh", "o", "nought", "naught" })
            values[WordHash.Of(zero)] = 0;
        values[WordHash.Of("double")] = Double;
        values[WordHash.Of("treble")] = values[WordHash.Of("triple")] = Treble;
        values[WordHash.Of("hundred")] = Hundred;
        return values.ToFrozenDictionary();
    }
}
