namespace GuidanceBot.Screening.Text;

/// <summary>The hash that tokens and word lists share: 64 bits, so that lists need not keep the words.</summary>
internal static class WordHash
{
    /// <summary>Where a hash starts.</summary>
    public const ulong Seed = 0xcbf29ce484222325;

    /// <summary>The hash with one more character.</summary>
    public static ulong Add(ulong hash, char c) => (hash ^ c) * 0x9E3779B97F4A7C15 ^ (hash >> 29);

    /// <summary>The hash of a word that is already folded.</summary>
    public static ulong Of(ReadOnlySpan<char> folded)
    {
        var hash = Seed;
        foreach (var c in folded)
            hash = Add(hash, c);
        return hash;
    }
}
