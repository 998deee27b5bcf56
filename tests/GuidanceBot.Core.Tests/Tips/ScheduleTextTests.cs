using GuidanceBot.Tips;
using Xunit;

namespace GuidanceBot.Core.Tests.Tips;

public sealed class ScheduleTextTests
{
    [Theory]
    [InlineData("weekdays at 9:00", "0 9 * * 1-5")]
    [InlineData("every weekday at 9", "0 9 * * 1-5")]
    [InlineData("Monday to Friday, 9am", "0 9 * * 1-5")]
    [InlineData("mon-fri 09:00", "0 9 * * 1-5")]
    [InlineData("every day at 8am", "0 8 * * *")]
    [InlineData("daily 09:00", "0 9 * * *")]
    [InlineData("9:00", "0 9 * * *")]
    [InlineData("at 9 o'clock", "0 9 * * *")]
    [InlineData("7 days at 9", null)]
    [InlineData("mondays and thursdays at 14:30", "30 14 * * 1,4")]
    [InlineData("every monday at 9", "0 9 * * 1")]
    [InlineData("mon, wed, fri 7.45 pm", "45 19 * * 1,3,5")]
    [InlineData("  MON ,WED,  FRI   7.45PM ", "45 19 * * 1,3,5")]
    [InlineData("fri-mon at 10:00", "0 10 * * 0,1,5,6")]
    [InlineData("weekends at noon", "0 12 * * 0,6")]
    [InlineData("sundays at midnight", "0 0 * * 0")]
    [InlineData("tue & sat at 12 am", "0 0 * * 2,6")]
    [InlineData("12pm on sat", "0 12 * * 6")]
    [InlineData("weekdays at 14h30", "30 14 * * 1-5")]
    [InlineData("weekdays at 9 p.m.", "0 21 * * 1-5")]
    [InlineData("daily at 9:00 and 17:00", "0 9,17 * * *")]
    [InlineData("daily at 9:00 and 9:30", "0,30 9 * * *")]
    [InlineData("first monday of the month at 9", "0 9 * * 1#1")]
    [InlineData("the 3rd Thursday of each month at 17:00", "0 17 * * 4#3")]
    [InlineData("last friday of the month at 16:15", "15 16 * * 5L")]
    [InlineData("last day of the month at 8:00", "0 8 L * *")]
    [InlineData("on the 1st and 15th of the month at 9:00", "0 9 1,15 * *")]
    [InlineData("monthly on the 2nd at 9:00", "0 9 2 * *")]
    [InlineData("every 2 hours", "0 */2 * * *")]
    [InlineData("hourly", "0 * * * *")]
    [InlineData("every hour on weekdays", "0 * * * 1-5")]
    [InlineData("every 30 minutes", "*/30 * * * *")]
    [InlineData("every 2 hours from 9:00 to 17:00 on weekdays", "0 9-17/2 * * 1-5")]
    [InlineData("0 9 * * 1-5", "0 9 * * 1-5")]
    [InlineData("0 9 * * mon-fri", "0 9 * * MON-FRI")]
    [InlineData("*/15 8-18 1,15 jan-mar ?", "*/15 8-18 1,15 JAN-MAR ?")]
    [InlineData("0 9 29 2 *", "0 9 29 2 *")]
    [InlineData("0 9 * * 7", "0 9 * * 7")]
    public void Plain_words_and_cron_are_read(string typed, string? cron)
    {
        var reading = ScheduleText.Read(typed);

        if (cron is null)
            Assert.NotNull(reading.Problem);
        else
            Assert.Equal((cron, null), (reading.Cron, reading.Problem));
    }

    [Theory]
    [InlineData("", "weekdays at 9:00")]
    [InlineData("wekdays at 9:00", "did you mean “weekdays”")]
    [InlineData("weekdays", "says no time")]
    [InlineData("weekly at 9", "leaves the day open")]
    [InlineData("monthly at 9", "leaves the day of the month open")]
    [InlineData("every other week at 9:00", "skips days or weeks")]
    [InlineData("every 3 days at 9:00", "skips days or weeks")]
    [InlineData("every 5 hours", "doesn't divide a day evenly")]
    [InlineData("every 0 minutes", "doesn't divide an hour evenly")]
    [InlineData("daily at 25:00", "25:00")]
    [InlineData("daily at 9:75", "9:75")]
    [InlineData("daily at 13pm", "13 pm")]
    [InlineData("daily at 9:5", "after 9")]
    [InlineData("daily at 9:00 and 17:30", "one schedule for each")]
    [InlineData("mondays and the 15th at 9", "mixes two kinds of days")]
    [InlineData("the 40th at 9", "no month has")]
    [InlineData("weekdays at 9:00 Europe/London", "zone:Europe/London")]
    [InlineData("soonish please", "I can't read “soonish”")]
    [InlineData("0 0 9 * * *", "six fields")]
    [InlineData("0 9 * *", "4 of the five")]
    [InlineData("99 9 * * *", "between 0 and 59")]
    [InlineData("H 9 * * *", "H")]
    [InlineData("0 9 31 2 *", "never comes")]
    [InlineData("@daily", "says no time")]
    [InlineData("\ud800\u202e<b>", "weekdays at 9:00")]
    public void A_refusal_is_one_sentence_that_names_the_input_and_the_mend(string typed, string part)
    {
        var reading = ScheduleText.Read(typed);

        Assert.Contains(part, reading.Problem);
        Assert.EndsWith(reading.Problem!.EndsWith('?') ? "?" : ".", reading.Problem);
        Assert.DoesNotContain('\n', reading.Problem);
    }

    [Theory]
    [InlineData("0 9 * * 1-5", "weekdays at 9:00")]
    [InlineData("0 9 * * *", "every day at 9:00")]
    [InlineData("30 14 * * 1,4", "Mondays and Thursdays at 14:30")]
    [InlineData("0 12 * * 0,6", "weekends at 12:00")]
    [InlineData("0 9 * * 1#1", "the first Monday of the month at 9:00")]
    [InlineData("15 16 * * 5L", "the last Friday of the month at 16:15")]
    [InlineData("0 9 1,15 * *", "the 1st and 15th of the month at 9:00")]
    [InlineData("0 8 L * *", "the last day of the month at 8:00")]
    [InlineData("0,30 9 * * *", "every day at 9:00 and 9:30")]
    [InlineData("0 */2 * * *", "every 2 hours")]
    [InlineData("0 * * * 1-5", "every hour on weekdays")]
    [InlineData("*/30 * * * *", "every 30 minutes")]
    [InlineData("0 9-17/2 * * 1-5", "every 2 hours from 9:00 to 17:00 on weekdays")]
    public void What_was_read_is_said_back_and_reads_the_same(string cron, string said)
    {
        Assert.Equal(said, ScheduleText.Describe(cron));
        Assert.Equal(cron, ScheduleText.Read(said).Cron);
    }

    [Theory]
    [InlineData("0 9 * * MON-FRI", "weekdays at 9:00")]
    [InlineData("0 9 * * 5-7", "Fridays, Saturdays and Sundays at 9:00")]
    [InlineData("0 9 29 2 *", "the 29th of the month in February at 9:00")]
    [InlineData("0 9 13 * 5", "Fridays, if also the 13th of the month, at 9:00")]
    [InlineData("* * * * *", "every minute")]
    [InlineData("5 * * * *", "every hour at 5 minutes past")]
    [InlineData("*/20 8-18 * * *", "every 20 minutes from 8:00 to 18:59")]
    [InlineData("3-17/2 4,5,6,7,8,9,10 15W * *", "minutes 3-17/2 of hours 4,5,6,7,8,9,10 on day 15W of the month")]
    public void Any_cron_is_said_in_words(string cron, string said) => Assert.Equal(said, ScheduleText.Describe(cron));
}
