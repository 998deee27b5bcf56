using GuidanceBot.Benchmarks.Discord;

switch (args)
{
    case ["discord", .. var rest]:
        return await DiscordFigures.RunAsync(rest);
    default:
        Console.Error.WriteLine("Say what to measure: discord [EVENTS] [GUILDS].");
        return 2;
}
