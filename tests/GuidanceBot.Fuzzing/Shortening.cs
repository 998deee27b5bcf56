namespace GuidanceBot.Fuzzing;

/// <summary>Takes from a text whatever a find does not need.</summary>
internal static class Shortening
{
    public static string Of(string text, Func<string, bool> isBroken)
    {
        for (var chunk = text.Length / 2; chunk > 0;)
        {
            var before = text.Length;
            for (var at = 0; at + chunk <= text.Length;)
            {
                var shorter = text.Remove(at, chunk);
                if (isBroken(shorter))
                    text = shorter;
                else
                    at += chunk;
            }

            // Once more with single characters until nothing can go.
            chunk = chunk > 1 ? chunk / 2 : text.Length < before ? 1 : 0;
        }

        return text;
    }
}
