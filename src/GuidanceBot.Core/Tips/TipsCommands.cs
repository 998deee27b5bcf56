using GuidanceBot.Chat;
using GuidanceBot.Commands;

namespace GuidanceBot.Tips;

/// <summary>What admins can ask of the schedules.</summary>
internal static class TipsCommands
{
    private static readonly OptionSpec Which = new("schedule", "Its number, as in #3") { Suggests = true, MaxLength = 20 };

    public static CommandSpec Add { get; } = new()
    {
        Name = "tips add",
        Description = "Post tips on a schedule, such as weekdays at 9:00",
        Options =
        [
            new OptionSpec("when", "Plain words such as weekdays at 9:00, or five cron fields") { Suggests = true, MaxLength = 200 },
            new OptionSpec("zone", "Whose mornings, such as Europe/London") { Suggests = true, NamedOnly = true, MaxLength = 60 },
            new OptionSpec("channel", "Where to; here if left out") { Kind = OptionKind.Channel, NamedOnly = true },
            new OptionSpec("with", "A schedule to share the tips with, as in #3") { Suggests = true, NamedOnly = true, MaxLength = 20 },
        ],
        NeedsSome = true,
        For = Audience.Admins,
        Example = "tips add weekdays at 9:00 zone:Europe/London",
    };

    public static CommandSpec List { get; } = new()
    {
        Name = "tips list",
        Description = "Which tips are posted when and where",
        For = Audience.Admins,
    };

    public static CommandSpec Pause { get; } = new()
    {
        Name = "tips pause",
        Description = "Hold a schedule; its place in the rotation is kept",
        Options = [Which],
        For = Audience.Admins,
        Example = "tips pause #1",
    };

    public static CommandSpec Resume { get; } = new()
    {
        Name = "tips resume",
        Description = "Let a paused schedule go on",
        Options = [Which],
        For = Audience.Admins,
        Example = "tips resume #1",
    };

    public static CommandSpec Remove { get; } = new()
    {
        Name = "tips remove",
        Description = "Take a schedule away",
        Options = [Which],
        For = Audience.Admins,
        Example = "tips remove #1",
    };

    public static CommandSpec Preview { get; } = new()
    {
        Name = "tips preview",
        Description = "When a schedule, or words you try out, would be due",
        Options =
        [
            new OptionSpec("what", "A schedule as in #3, or words such as weekends at noon") { Suggests = true, MaxLength = 200 },
            new OptionSpec("zone", "For words: whose clocks, such as Europe/London") { Suggests = true, NamedOnly = true, MaxLength = 60 },
        ],
        For = Audience.Admins,
        Example = "tips preview first monday of the month at 9 zone:Europe/London",
    };

    public static CommandSpec Now { get; } = new()
    {
        Name = "tips now",
        Description = "Post a schedule's next tip at once; its times stay as they are",
        Options = [Which],
        For = Audience.Admins,
        Example = "tips now #1",
    };

    /// <summary>Turns the pages of the list.</summary>
    public static ButtonSpec ListButton { get; } = new("tips-list", AnswerKind.Replace) { For = Audience.Admins };

    /// <summary>Takes back what was just added.</summary>
    public static ButtonSpec Undo { get; } = new("tips-undo", AnswerKind.Replace) { For = Audience.Admins };
}
