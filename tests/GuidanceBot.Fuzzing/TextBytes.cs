using System.Text;

namespace GuidanceBot.Fuzzing;

/// <summary>Reads the fuzzer's bytes as a text: UTF-8, with the two bytes that UTF-8 never uses as halves of a surrogate pair.</summary>
internal static class TextBytes
{
    public static string Read(Stream input)
    {
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        var text = new StringBuilder();
        var rest = bytes.ToArray().AsSpan();
        while (!rest.IsEmpty)
        {
            var half = rest.IndexOfAny((byte)0xFE, (byte)0xFF);
            text.Append(Encoding.UTF8.GetString(half < 0 ? rest : rest[..half]));
            if (half < 0)
                break;
            text.Append(rest[half] == 0xFE ? '\uD800' : '\uDC00');
            rest = rest[(half + 1)..];
        }

        return text.ToString();
    }
}
