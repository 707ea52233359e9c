using System.Globalization;

namespace Indenture.Core;

/// <summary>How the record date of a payment is found. Business days count back from the adjusted payment date.</summary>
public abstract record RecordDateRule
{
    private RecordDateRule() { }

    /// <summary>The nearest of these days strictly before the scheduled payment date, open or not (NOTE-REC-1).</summary>
    public sealed record OnDays : RecordDateRule
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

    /// <summary>So many business days before the payment date (NOTE-REC-2); the calendars are null where the document says "business day" without defining it.</summary>
    public sealed record BusinessDaysBefore(int Days, CalendarSet? Calendars) : RecordDateRule
    {
        /// <summary>As the terms print it, and as it is read back.</summary>
        public override string ToString() => $"{Days.ToString(CultureInfo.InvariantCulture)} business day{(Days == 1 ? "" : "s")} before";
    }

    /// <summary>So many calendar days before the payment date.</summary>
    public sealed record CalendarDaysBefore(int Days) : RecordDateRule
    {
        /// <summary>As the terms print it, and as it is read back.</summary>
        public override string ToString() => $"{Days.ToString(CultureInfo.InvariantCulture)} calendar day{(Days == 1 ? "" : "s")} before";
    }

    /// <summary>The one way to tell the cases apart: one function for each.</summary>
    public T Match<T>(Func<OnDays, T> onDays, Func<BusinessDaysBefore, T> business, Func<CalendarDaysBefore, T> calendar) => this switch
    {
        OnDays o => onDays(o),
        BusinessDaysBefore b => business(b),
        CalendarDaysBefore c => calendar(c),
        _ => throw new InvalidOperationException("RecordDateRule is a closed set"),
    };

    /// <summary>Reads the printed forms: "01-31,07-31", "1 business day before", "15 calendar days before".</summary>
    public static Outcome<RecordDateRule> Parse(string text, CalendarSet? calendars)
    {
        var words = text.Split(' ');
        if (words.Length == 4 && words[3] == "before" && words[2] is "day" or "days" && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var days))
        {
            if (words[1] == "business") return new BusinessDaysBefore(days, calendars);
            if (words[1] == "calendar") return new CalendarDaysBefore(days);
        }
        return PaymentDates.MonthDays(text).Map<RecordDateRule>(d => new OnDays(d));
    }
}
