namespace GuidanceBot.Tips;

/// <summary>What typed words ask for, gathered word by word and then written as cron. Each step answers true so that a reader can chain it.</summary>
internal sealed class AskedTimes
{
    private readonly SortedSet<int> _weekdays = [];
    private readonly SortedSet<int> _daysOfMonth = [];
    private readonly SortedSet<(int Hour, int Minute)> _times = [];
    private (int Nth, int Weekday)? _nth;
    private (int Count, Unit Unit)? _every;
    private bool _between;
    private bool _anyDay;

    public bool Monthly { get; set; }

    public string? Problem { get; private set; }

    public bool Fail(string problem)
    {
        Problem ??= problem;
        return true;
    }

    public bool At(int hour, int minute) => _times.Add((hour, minute)) || true;

    public bool AnyDay() => _anyDay = true;

    public bool Between() => _between = true;

    // Monday 1 to Sunday 7; "fri to mon" runs over the weekend.
    public bool Days(int first, int last)
    {
        for (var day = first; ; day = day % 7 + 1)
        {
            _weekdays.Add(day % 7);
            if (day == last)
                return true;
        }
    }

    public bool DayOfMonth(int day) =>
        day is >= 0 and <= 31 ? _daysOfMonth.Add(day) || true : Fail("has a day that no month has; days go from 1st to 31st");

    public bool NthWeekday(int nth, int weekday)
    {
        if (nth > 5)
            return Fail("has a weekday that no month has so often; say first, second, third, fourth or last");
        if (_nth is not null)
            return Fail("names two weekdays of the month; please make two schedules of it");
        _nth = (nth, weekday % 7);
        return true;
    }

    public bool Every(int count, Unit unit)
    {
        if (_every is not null)
            return Fail("says “every” twice; please make two schedules of it");
        var whole = unit is Unit.Hour ? 24 : 60;
        if (count < 1 || count >= whole || whole % count != 0)
            return Fail(unit is Unit.Hour
                ? "doesn't divide a day evenly; every 1, 2, 3, 4, 6, 8 or 12 hours does"
                : "doesn't divide an hour evenly; every 5, 10, 15, 20 or 30 minutes does");
        _every = (count, unit);
        return true;
    }

    public ScheduleReading ToCron(string text)
    {
        var clock = _every is null ? FixedTimes() : Interval();
        var days = DayFields();
        return Problem is null
            ? new ScheduleReading($"{clock} {days.OfMonth} * {days.OfWeek}", null)
            : ScheduleReading.Refused($"“{ScheduleText.Short(text)}” {Problem}.");
    }

    private string FixedTimes()
    {
        if (_times.Count == 0)
        {
            Fail("says no time; add one, as in “at 9:00”");
            return "";
        }

        // Cron knows "these minutes of these hours" only.
        var (minutes, hours) = (_times.Select(t => t.Minute).Distinct().Order().ToList(), _times.Select(t => t.Hour).Distinct().ToList());
        if (_between || minutes.Count * hours.Count != _times.Count)
            Fail(_between ? "has a span of time but not how often; add it, as in “every 2 hours from 9:00 to 17:00”" : "has times that don't fit one schedule; please make one schedule for each");
        return $"{string.Join(',', minutes)} {string.Join(',', hours)}";
    }

    private string Interval()
    {
        var (count, unit) = _every!.Value; // only called where it is set
        var step = count == 1 ? "*" : $"*/{count}";
        if (_times.Count == 0)
            return unit is Unit.Hour ? $"0 {step}" : $"{step} *";

        var (from, to) = (_times.Min, _times.Max);
        if (!_between || _times.Count != 2 || (unit is Unit.Hour && from.Minute != to.Minute))
            Fail("mixes “every” with a time; say either “every 2 hours from 9:00 to 17:00” or “every day at 9:00”");
        var hours = $"{from.Hour}-{to.Hour}";
        return unit is Unit.Minute ? $"{step} {hours}" : $"{from.Minute} {hours}{(count == 1 ? "" : $"/{count}")}";
    }

    private (string OfMonth, string OfWeek) DayFields()
    {
        if (Monthly && _daysOfMonth.Count == 0 && _nth is null)
            Fail("leaves the day of the month open; name it, as in “on the 1st of the month at 9:00”");
        if ((_nth is not null && (_weekdays.Count > 0 || _daysOfMonth.Count > 0 || _anyDay)) || (_daysOfMonth.Count > 0 && (_weekdays.Count > 0 || _anyDay)) || (_anyDay && _weekdays.Count > 0))
            Fail("mixes two kinds of days; please make one schedule for each");
        if (_daysOfMonth.Contains(0) && _daysOfMonth.Count > 1)
            Fail("mixes the last day with others; please make one schedule for each");

        var ofMonth = _daysOfMonth.Count == 0 ? "*" : _daysOfMonth.Contains(0) ? "L" : string.Join(',', _daysOfMonth);
        var ofWeek = _nth is { } nth ? (nth.Nth == 0 ? $"{nth.Weekday}L" : $"{nth.Weekday}#{nth.Nth}")
            : _weekdays.Count is 0 or 7 ? "*"
            : _weekdays.SetEquals([1, 2, 3, 4, 5]) ? "1-5"
            : string.Join(',', _weekdays);
        return (ofMonth, ofWeek);
    }
}

/// <summary>What “every 2 …” counts.</summary>
internal enum Unit
{
    Minute,
    Hour,
}
