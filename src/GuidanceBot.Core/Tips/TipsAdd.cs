using GuidanceBot.Chat;
using GuidanceBot.Communities;

namespace GuidanceBot.Tips;

/// <summary><c>/tips add</c>: a new schedule, or another place for one there is.</summary>
internal sealed class TipsAdd(TipSchedules schedules, CommunityBook communities, ChatPlatforms platforms, TimeProvider clock)
{
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var community = call.Channel.In;
        if (await SetUpFirst.UnlessDoneAsync(communities, platforms, community, cancellationToken) is { } first)
            return Reply.Of(first);

        var existing = await schedules.OfAsync(community, cancellationToken);
        var channels = await ChannelNames.OfAsync(platforms, community, cancellationToken);
        var (asked, problem) = Read(call, existing, channels, (await communities.OfAsync(community, cancellationToken)).Zone);
        if (asked is null)
            return Reply.Of("Not added yet", problem);
        if (existing.FirstOrDefault(s => s.Cron == asked.Cron && s.Places.Any(p => p.Channel == asked.Channel && p.Zone == asked.Zone.Id)) is { } same)
            return Reply.Of("It is there already", $"Schedule #{same.Number} posts in {channels.Of(asked.Channel)} then{(same.Paused ? ", and is paused" : "")}. Nothing was changed.");

        var schedule = asked.With ?? await schedules.AddAsync(community, asked.Cron, asked.Typed, cancellationToken);
        await schedules.AddPlaceAsync(schedule, asked.Channel, asked.Zone.Id, fromSetup: false, cancellationToken);
        return Reply.Of(Card(schedule, asked, channels, existing));
    }

    /// <summary>Takes back a schedule that was just added.</summary>
    public async Task<Reply> UndoAsync(ButtonPress press, CancellationToken cancellationToken)
    {
        var removed = Guid.TryParseExact(press.ButtonId.Split(':')[^1], "N", out var id) && await schedules.RemoveAsync(id, press.Channel.In, cancellationToken);
        return new Reply.Replace(removed
            ? Chat.Card.Of("Taken back", "The schedule is gone and posts nothing.")
            : Chat.Card.Of("It was gone already", "Nothing was changed."));
    }

    private static (Asked? Asked, string Problem) Read(CommandCall call, List<Schedule> existing, ChannelNames channels, string defaultZone)
    {
        var (when, zoneTyped) = (call.Options.Text("when").Trim(), call.Options.Text("zone").Trim());

        // "weekdays at 9:00 Europe/London" says the zone as well.
        if (zoneTyped.Length == 0 && when.LastIndexOf(' ') is > 0 and var space && when[space..].Contains('/') && Zones.Find(when[(space + 1)..]) is { } last)
            (when, zoneTyped) = (when[..space].TrimEnd(), last.Id);
        if (Zones.Find(zoneTyped.Length > 0 ? zoneTyped : defaultZone) is not { } zone)
            return (null, Zones.Problem(zoneTyped));

        var channel = channels.Find(call.Channel.Channel);
        if (call.Options.Text("channel") is { Length: > 0 } typed && channels.Read(typed) is var (found, unknown) && (channel = found) is null)
            return (null, unknown);
        if (channel is null)
            return (null, "This is no channel I can post in; name one, as in channel:#tips.");

        if (call.Options.Text("with") is { Length: > 0 } with)
        {
            return TipsDesk.Find(existing, with) is not { } shared ? (null, TipsDesk.Unknown(existing, with))
                : when.Length > 0 && ScheduleText.Read(when).Cron != shared.Cron ? (null, $"Schedule #{shared.Number} is due {ScheduleText.Describe(shared.Cron)}, and places that share tips share the time; leave “{ScheduleText.Short(when)}” out.")
                : (new Asked(shared.Cron, shared.Typed, zone, channel, shared), "");
        }

        var reading = ScheduleText.Read(when);
        return reading.Problem is { } problem ? (null, problem) : (new Asked(reading.Cron, when, zone, channel, null), "");
    }

    private Card Card(Schedule schedule, Asked asked, ChannelNames channels, List<Schedule> existing)
    {
        var planner = new SlotPlanner(asked.Cron, asked.Zone);
        var card = Chat.Card.Of($"Schedule #{schedule.Number}", $"Due {ScheduleText.Describe(asked.Cron)} ({asked.Zone.Id}) in {channels.Of(asked.Channel)}, without notifying everyone. Next:")
            .With(new ListBlock([.. planner.Next(clock.GetUtcNow(), 3).Select(s => TipWords.Slot(s, asked.Zone))]));
        if (asked.Info.BotMayPost is false)
            card = card.With(new TextBlock($"I may not post there yet: {(asked.Info.Missing.Length > 0 ? asked.Info.Missing : "give me the right to post")}."));
        if (schedule.Places.Exists(p => p.Channel == asked.Channel))
            card = card.With(new NoteBlock("The channel gets the same tips at another zone's time as well."));
        if (existing.FirstOrDefault(s => s.Id != schedule.Id && s.Places.Any(p => p.Channel == asked.Channel)) is { } other)
            card = card.With(new NoteBlock($"The channel gets tips from #{other.Number} as well."));
        if (schedule.Paused)
            card = card.With(new NoteBlock("The schedule is paused."));
        return asked.With is null ? card.With(new CardButton($"tips-undo:{schedule.Id:N}", "Take it back")) : card;
    }

    private sealed record Asked(string Cron, string Typed, TimeZoneInfo Zone, ChannelInfo Info, Schedule? With)
    {
        public string Channel => Info.Address.Channel;
    }
}
