using System.Text;

namespace Indenture.Core;

/// <summary>A caller's mistake, or an act that the rules do not allow now. Nothing was changed.</summary>
/// <param name="Code">Upper-case words; each is documented in docs/errors.md with an example that triggers it.</param>
/// <param name="Message">One sentence that names the values and, where there is one, the way on.</param>
public sealed record Refusal(string Code, string Message, IReadOnlyList<Place> Places)
{
    public Refusal(string code, string message) : this(code, message, []) { }

    /// <summary>A refusal whose code is a case of a command's own enum: <c>TermsIncomplete</c> becomes <c>TERMS-INCOMPLETE</c>.</summary>
    public static Refusal Of<TCode>(TCode code, string message, params Place[] places) where TCode : struct, Enum =>
        new(CodeOf(code), message, places);

    /// <summary>The printed form of a case of a refusal enum.</summary>
    public static string CodeOf<TCode>(TCode code) where TCode : struct, Enum
    {
        var name = code.ToString();
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i])) text.Append('-');
            text.Append(char.ToUpperInvariant(name[i]));
        }
        return text.ToString();
    }
}

/// <summary>Either the answer or the refusal; there is no third case and no null that means failure.</summary>
public abstract record Outcome<T>
{
    private Outcome() { }

    public sealed record Done(T Value) : Outcome<T>;

    public sealed record Refused(Refusal Refusal) : Outcome<T>;

    public TResult Match<TResult>(Func<T, TResult> done, Func<Refusal, TResult> refused) => this switch
    {
        Done d => done(d.Value),
        Refused r => refused(r.Refusal),
        _ => throw new InvalidOperationException("Outcome is a closed set"),
    };

    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) => Match(next, r => r);

    public Outcome<TNext> Map<TNext>(Func<T, TNext> next) => Match<Outcome<TNext>>(v => next(v), r => r);

    /// <summary>The value, for a caller who has shown that it cannot have been refused; otherwise a bug, which throws.</summary>
    public T Require() => Match(v => v, r => throw new InvalidOperationException($"{r.Code}: {r.Message}"));

    public static implicit operator Outcome<T>(T value) => new Done(value);

    public static implicit operator Outcome<T>(Refusal refusal) => new Refused(refusal);
}
