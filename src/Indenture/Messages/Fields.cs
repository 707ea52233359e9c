using System.Globalization;
using System.Text.RegularExpressions;
using Indenture.Core;

namespace Indenture.Messages;

/// <summary>
/// The children of one element, asked for by name in the order of the schema. To ask for a child is to understand it: one that nobody asked for is refused, and so is one
/// that is missing, repeated or out of its place. There is no list of elements beside the code that reads them.
/// </summary>
internal sealed class Fields
{
    private readonly MessageElement _element;
    private int _next;

    private Fields(MessageElement element) => _element = element;

    /// <summary>Where the element stands, for checks that span several values.</summary>
    public string Place => _element.Place;

    // Reading descends through nested elements; one private exception carries the first refusal up to Read and never leaves it.
    private sealed class Refused(Refusal refusal) : Exception
    {
        public Refusal Refusal { get; } = refusal;
    }

    /// <summary>Runs a reader on an element.</summary>
    public static Outcome<T> Read<T>(MessageElement element, Func<MessageElement, T> reader)
    {
        try
        {
            return reader(element);
        }
        catch (Refused refused)
        {
            return refused.Refusal;
        }
    }

    public static Exception Refuse(MessageReadRefusal code, string message) => new Refused(Refusal.Of(code, message));

    /// <summary>An element that only holds others: all of which <paramref name="inner"/> asks for.</summary>
    public static Func<MessageElement, T> Group<T>(Func<Fields, T> inner) => element =>
    {
        if (element.Attributes.FirstOrDefault(a => !IsOfTheFile(a.Name)) is { Name: { } attribute })
            throw Refuse(MessageReadRefusal.ElementUnknown, $"{element.Place} has an attribute {attribute}, which is not understood here.");
        if (element.Text.AsSpan().Trim().Length > 0)
            throw Refuse(MessageReadRefusal.ElementMalformed, $"{element.Place} holds text (\"{Shorten(element.Text.Trim())}\") where only elements belong.");
        var fields = new Fields(element);
        var value = inner(fields);
        fields.End();
        return value;

        // Where a schema may be found is the sender's remark on its file, on the outermost element; it is never followed.
        bool IsOfTheFile(string name) => name == "xsi:schemaLocation" && element.Name is "Document" or "AppHdr";
    };

    /// <summary>Exactly one of a namespace of its own, as in an envelope; null for any.</summary>
    public T One<T>(string name, Func<MessageElement, T> read, string? xmlNamespace)
    {
        if (_next < _element.Children.Count && _element.Children[_next] is var child && child.Name == name && (xmlNamespace ?? child.Namespace) == child.Namespace)
            return read(Take());
        throw Missing(name);
    }

    /// <summary>Exactly one.</summary>
    public T One<T>(string name, Func<MessageElement, T> read) => IsNext(name) ? read(Take()) : throw Missing(name);

    /// <summary>One or none.</summary>
    public T? Optional<T>(string name, Func<MessageElement, T> read) where T : class => IsNext(name) ? One(name, read) : null;

    /// <summary>One or none, of a value type.</summary>
    public T? OptionalValue<T>(string name, Func<MessageElement, T> read) where T : struct => IsNext(name) ? One(name, read) : null;

    /// <summary>Any number.</summary>
    public IReadOnlyList<T> Many<T>(string name, Func<MessageElement, T> read)
    {
        var values = new List<T>();
        while (IsNext(name)) values.Add(read(Take()));
        return values;
    }

    /// <summary>At least one.</summary>
    public IReadOnlyList<T> Some<T>(string name, Func<MessageElement, T> read) => IsNext(name) ? Many(name, read) : throw Missing(name);

    /// <summary>Exactly one of several.</summary>
    public T Choice<T>(params (string Name, Func<MessageElement, T> Read)[] cases)
    {
        foreach (var (name, read) in cases)
            if (IsNext(name))
            {
                var value = One(name, read);
                if (cases.FirstOrDefault(c => IsNext(c.Name)) is { Name: { } second })
                    throw Refuse(MessageReadRefusal.ElementRepeated, $"{_element.Children[_next].Place}: {_element.Name} has {name} and {second}, of which it can have one.");
                return value;
            }
        throw Missing(string.Join(" or ", cases.Select(c => c.Name)));
    }

    private bool IsNext(string name) => _next < _element.Children.Count && _element.Children[_next].Name == name && _element.Children[_next].Namespace == _element.Namespace;

    private MessageElement Take() => _element.Children[_next++];

    private Exception Repeated() => Refuse(MessageReadRefusal.ElementRepeated, $"{_element.Children[_next].Place} is there a second time.");

    /// <summary>What stands where the named one should: an intruder if that one follows later, otherwise nothing and the named one is missing.</summary>
    private Exception Missing(string name)
    {
        var later = _element.Children.Skip(_next).Any(c => name.Split(" or ").Contains(c.Name) && c.Namespace == _element.Namespace);
        return later ? Unknown() : Refuse(MessageReadRefusal.ElementMissing, $"{_element.Place} has no {name}{(_next < _element.Children.Count ? $" before its {_element.Children[_next].Name}" : "")}.");
    }

    private Exception Unknown()
    {
        var child = _element.Children[_next];
        var before = _element.Children.Take(_next).Any(c => c.Name == child.Name && c.Namespace == child.Namespace);
        return before ? Repeated() : Refuse(MessageReadRefusal.ElementUnknown,
            $"{child.Place} is not understood here{(child.Namespace == _element.Namespace ? "" : $" (its namespace is \"{Shorten(child.Namespace)}\")")}; nothing is passed over.");
    }

    /// <summary>Nothing is left that nobody asked for. Called before values are compared with each other, and in any case once all are read.</summary>
    public void End()
    {
        if (_next < _element.Children.Count) throw Unknown();
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";

    // The values.

    private static string Leaf(MessageElement element, string? attribute = null)
    {
        if (element.Children.Count > 0) throw Refuse(MessageReadRefusal.ElementUnknown, $"{element.Children[0].Place} is not understood here: {element.Name} holds a value.");
        if (element.Attributes.FirstOrDefault(a => a.Name != attribute) is { Name: { } other })
            throw Refuse(MessageReadRefusal.ElementUnknown, $"{element.Place} has an attribute {other}, which is not understood here.");
        return element.Text;
    }

    private static Exception Malformed(MessageElement element, string what) => Refuse(MessageReadRefusal.ElementMalformed, $"{element.Place}: \"{Shorten(element.Text)}\" {what}.");

    /// <summary>Text of one to so many characters, none of them a control character. It is taken as it stands.</summary>
    public static Func<MessageElement, string> Text(int longest) => element =>
    {
        var text = Leaf(element);
        if (string.IsNullOrWhiteSpace(text) || text.Length > longest) throw Malformed(element, $"is not text of 1 to {longest} characters");
        if (text.Any(char.IsControl)) throw Malformed(element, "has a control character or a line end in it");
        return text;
    };

    /// <summary>Text that matches an expression as a whole; <paramref name="what"/> names it.</summary>
    public static Func<MessageElement, string> Formed(Regex form, string what) => element =>
    {
        var text = Leaf(element);
        return form.IsMatch(text) ? text : throw Malformed(element, $"is not {what}");
    };

    /// <summary>One of the given codes. Another one, even where an external list has it, has no meaning here and is refused CODE-UNKNOWN.</summary>
    public static Func<MessageElement, T> Code<T>(IReadOnlyDictionary<string, T> meanings) => element =>
    {
        var code = Leaf(element);
        return meanings.TryGetValue(code, out var meaning)
            ? meaning
            : throw Refuse(MessageReadRefusal.CodeUnknown, $"{element.Place}: the code \"{Shorten(code)}\" is not one of {string.Join(", ", meanings.Keys)}.");
    };

    public static readonly Func<MessageElement, bool> Flag = element => Leaf(element) switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => throw Malformed(element, "is not true or false"),
    };

    /// <summary>A whole number of at most nine digits.</summary>
    public static readonly Func<MessageElement, int> Count = element =>
        Leaf(element) is { Length: > 0 and <= 9 } text && text.All(char.IsAsciiDigit) ? int.Parse(text, CultureInfo.InvariantCulture) : throw Malformed(element, "is not a whole number of at most nine digits");

    public static readonly Func<MessageElement, DateOnly> Date = element => DateOf(element, Leaf(element));

    private static DateOnly DateOf(MessageElement element, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw Malformed(element, "is not a date such as 2006-10-31");

    private static readonly string[] TimeForms = ["yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <summary>A date and time as stated; whether it is of UTC, of an offset or of no stated zone is left to the text.</summary>
    public static readonly Func<MessageElement, string> Time = element =>
    {
        var text = Leaf(element);
        return DateTimeOffset.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) ? text : throw Malformed(element, "is not a time such as 2006-10-31T09:00:00Z");
    };

    /// <summary>A date and time that must state its offset from UTC.</summary>
    public static readonly Func<MessageElement, DateTimeOffset> Instant = element =>
    {
        var text = Time(element);
        return text.EndsWith('Z') || text.Length > 19 && text[^6] is '+' or '-'
            ? DateTimeOffset.ParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : throw Malformed(element, "does not state its offset from UTC");
    };

    /// <summary>A date, or the date of a date and time, as stated where it was stated.</summary>
    public static readonly Func<MessageElement, DateOnly> Day = Group(f => f.Choice(("Dt", Date), ("DtTm", e => DateOf(e, Time(e)[..10]))));

    /// <summary>
    /// A money amount with its currency as the attribute. It is taken exactly: more decimals written than the currency has is refused AMOUNT-TOO-FINE even where they are
    /// zeros (a yen amount has none), an unknown currency CURRENCY-UNKNOWN.
    /// </summary>
    public static readonly Func<MessageElement, Money> Amount = element =>
    {
        var text = Leaf(element, "Ccy");
        if (element.Attributes.Count == 0) throw Refuse(MessageReadRefusal.ElementMissing, $"{element.Place} has no currency (Ccy).");
        var currency = Currency.Of(element.Attributes[0].Value).Match(c => c, r => throw At(element, r));
        var value = Digits(element, text);
        if (DecimalsOf(text) > currency.Decimals)
            throw At(element, Refusal.Of(ValueRefusal.AmountTooFine, $"\"{text}\" has more decimals than {currency} has ({currency.Decimals})."));
        return Money.Of(value, currency).Match(m => m, r => throw At(element, r));
    };

    /// <summary>The code of a currency that the program knows; another is refused CURRENCY-UNKNOWN.</summary>
    public static readonly Func<MessageElement, Currency> CurrencyCode = element => Currency.Of(Leaf(element)).Match(c => c, r => throw At(element, r));

    /// <summary>An amount or a quantity without a currency of its own, such as a face amount: at most 18 digits and five decimals.</summary>
    public static readonly Func<MessageElement, decimal> Quantity = element => Digits(element, Leaf(element));

    private static decimal Digits(MessageElement element, string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = text.Count(char.IsAsciiDigit);
        var isNumber = digits is > 0 and <= 18 && digits + (point < 0 ? 0 : 1) == text.Length && point != 0 && point != text.Length - 1 && DecimalsOf(text) <= 5;
        return isNumber ? decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : throw Malformed(element, "is not an amount such as 1000000.00, of at most 18 digits and five decimals");
    }

    private static int DecimalsOf(string text) => text.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? text.Length - 1 - point : 0;

    private static Exception At(MessageElement element, Refusal refusal) => new Refused(new Refusal(refusal.Code, $"{element.Place}: {refusal.Message}"));
}
