using System.Globalization;

namespace Indenture.Tests.Core.Time;

public class DeadlineTests
{
    private static readonly ZoneData Zones = new("machine", name => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null);

    [Theory]
    [InlineData("2006-10-27", "10:00", "Europe/London", "2006-10-27T09:00Z")] // summer time
    [InlineData("2006-10-30", "10:00", "Europe/London", "2006-10-30T10:00Z")]
    [InlineData("2006-10-30", "17:00", "America/New_York", "2006-10-30T22:00Z")]
    [InlineData("2006-10-31", "09:00", "Asia/Tokyo", "2006-10-31T00:00Z")]
    [InlineData("2008-03-30", "01:30", "Europe/London", "2008-03-30T01:30Z")] // 01:00 became 02:00: the time that was skipped is 02:30 summer time
    [InlineData("2006-10-29", "01:30", "Europe/London", "2006-10-29T00:30Z")] // twice that night: the first
    public void ALocalTimeIsOneInstant(string day, string time, string zone, string instant)
    {
        var deadline = Deadline.Of(DateOnly.ParseExact(day, "yyyy-MM-dd"), TimeOnly.ParseExact(time, "HH:mm"), zone, Zones).Require();
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), deadline.Instant);
        Assert.Equal((zone, "machine"), (deadline.Zone, deadline.ZoneVersion));
        Assert.False(deadline.IsPassedAt(deadline.Instant));
        Assert.True(deadline.IsPassedAt(deadline.Instant.AddTicks(1)));
    }

    [Fact]
    public void AZoneThatIsNotThereIsRefused() =>
        Assert.Equal("ZONE-UNKNOWN", Deadline.Of(new DateOnly(2006, 10, 27), new TimeOnly(10, 0), "London", Zones).Match(_ => "found", r => r.Code));
}
