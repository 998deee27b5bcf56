using GuidanceBot.Fuzzing;
using SharpFuzz;

// Without an argument: what afl-fuzz starts. With files: tells which of them break what, made as short as they can be.
// Instrumented code must not run before the fuzzer has said where it counts: so the packs are read when the first text comes.
var properties = new Lazy<Properties>(() => new Properties(Path.Combine(AppContext.BaseDirectory, "packs")));
if (args.Length == 0)
{
    Fuzzer.Run(input => properties.Value.Check(TextBytes.Read(input)));
    return 0;
}

var broken = 0;
foreach (var file in args)
{
    using var input = File.OpenRead(file);
    var text = TextBytes.Read(input);
    if (Breaks(text) is not { } what)
        continue;
    broken++;
    var shortest = Shortening.Of(text, t => Breaks(t) == what);
    Console.WriteLine($"{Path.GetFileName(file)}: {what} {System.Text.Json.JsonSerializer.Serialize(shortest)}");
}

return broken == 0 ? 0 : 1;

string? Breaks(string text)
{
    try
    {
        properties.Value.Check(text);
        return null;
    }
    catch (Exception e)
    {
        // Every exception is a find here, whatever its type.
        return $"{e.GetType().Name}: {e.Message}";
    }
}
