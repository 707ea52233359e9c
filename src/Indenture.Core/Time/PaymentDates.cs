using System.Globalization;

namespace Indenture.Core;

/// <summary>The days on which interest is scheduled, before any business-day rule.</summary>
public abstract record PaymentDates
{
    private PaymentDates() { }

    /// <summary>The same days of each year, in calendar order: "02-09,08-09".</summary>
    public sealed record OnDays : PaymentDates
    {
        /// <summary>In the order of the year, each once.</summary>
        public IReadOnlyList<MonthDay> Days { get; }

        /// <summary>Throws for no day at all.</summary>
        public OnDays(IEnumerable<MonthDay> days)
        {
            Days = [.. days.Distinct().Order()];
            if (Days.Count == 0) throw new ArgumentException("At least one day.");
        }

        /// <summary>By value, the lists item by item.</summary>
        public bool Equals(OnDays? other) => other is not null && Days.SequenceEqual(other.Days);

        /// <summary>Agrees with equality.</summary>
        public override int GetHashCode() => Days.Aggregate(0, (h, d) => HashCode.Combine(h, d));

        /// <summary>As the terms print it, and as it is read back.</summary>
        public override string ToString() => string.Join(",", Days);
    }

    /// <summary>One day of every month: "day 9 monthly". A month without that day uses its last.</summary>
    public sealed record Monthly(int Day) : PaymentDates
    {
        /// <summary>As the terms print it, and as it is read back.</summary>
        public override string ToString() => $"day {Day.ToString(CultureInfo.InvariantCulture)} monthly";
    }

    /// <summary>The one way to tell the cases apart: one function for each.</summary>
    public T Match<T>(Func<OnDays, T> onDays, Func<Monthly, T> monthly) => this switch
    {
        OnDays o => onDays(o),
        Monthly m => monthly(m),
        _ => throw new InvalidOperationException("PaymentDates is a closed set"),
    };

    /// <summary>How many times a year, from the days themselves.</summary>
    public int PerYear => Match(o => o.Days.Count, _ => 12);

    /// <summary>Reads "02-09,08-09" or "day 9 monthly". Refused DATE-MALFORMED.</summary>
    public static Outcome<PaymentDates> Parse(string text)
    {
        if (text.StartsWith("day ", StringComparison.Ordinal) && text.EndsWith(" monthly", StringComparison.Ordinal) &&
            int.TryParse(text["day ".Length..^" monthly".Length], NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31)
            return new Monthly(day);
        return MonthDays(text).Map<PaymentDates>(days => new OnDays(days));
    }

    /// <summary>Reads "02-09,08-09".</summary>
    public static Outcome<IReadOnlyList<MonthDay>> MonthDays(string text)
    {
        var days = new List<MonthDay>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!MonthDay.TryParse(part, out var day))
                return Refusal.Of(ValueRefusal.DateMalformed, $"\"{part}\" is not a day of the year such as 02-09.");
            days.Add(day);
        }
        return days;
    }
}
