using BenchmarkDotNet.Running;
using GuidanceBot.Benchmarks.Discord;
using GuidanceBot.Benchmarks.Screening;

switch (args)
{
    case ["discord", .. var rest]:
        return await DiscordFigures.RunAsync(rest);
    case ["screening", var messages]:
        return ScreeningFigures.Run(messages);
    case ["screening-bdn", .. var rest]:
        BenchmarkRunner.Run<ScreeningBenchmarks>(args: rest);
        return 0;
    default:
        Console.Error.WriteLine("Say what to measure: discord [EVENTS] [GUILDS], screening MESSAGES.jsonl, or screening-bdn.");
        return 2;
}
