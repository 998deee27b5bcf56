using BenchmarkDotNet.Running;
using GuidanceBot.Benchmarks.Discord;
using GuidanceBot.Benchmarks.Screening;
using GuidanceBot.Benchmarks.Slack;
using GuidanceBot.Benchmarks.Tips;

switch (args)
{
    case ["discord", .. var rest]:
        return await DiscordFigures.RunAsync(rest);
    case ["slack", .. var rest]:
        return await SlackFigures.RunAsync(rest);
    case ["tips"]:
        return await TipsFigures.RunAsync();
    case ["screening", var messages]:
        return ScreeningFigures.Run(messages);
    case ["screening", var messages, var only]:
        return ScreeningFigures.Run(messages, only);
    case ["screening-longest"]:
        return LongestFigures.Run();
    case ["screening-bdn", .. var rest]:
        BenchmarkRunner.Run<ScreeningBenchmarks>(args: rest);
        return 0;
    default:
        Console.Error.WriteLine("Say what to measure: discord [EVENTS] [GUILDS], slack [ENVELOPES], tips, screening MESSAGES.jsonl [WHICH], screening-longest, or screening-bdn.");
        return 2;
}
