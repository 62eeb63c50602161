package portfolio

import (
	"slices"

	"erba/analysis/grid"
	"erba/analysis/null"
	"erba/analysis/rfm"
	"erba/analysis/segment"
	"erba/analysis/size"
	"erba/analysis/why"
)

// fact is a field and where it is read.
type fact struct {
	segment.Field
	grant  string
	number func(*Facts, int32) null.Number
	text   func(*Facts, int32) string
	values []string // all that a text can be; nil: whatever accounts have
}

// judged is the grant to read what people and models say of an account.
const judged = "portfolio:read"

// facts are all there are, in the order of a menu.
var facts = slices.Concat(firm, trade, classes, guessed, earned)

func word(name string, values []string, of func(*Account) string) fact {
	return fact{Field: segment.Field{Name: name, Kind: segment.Text}, values: values,
		text: func(f *Facts, row int32) string { return of(f.Account(row)) }}
}

// firm is what an account is.
var firm = []fact{
	word("name", []string{}, func(a *Account) string { return a.Name }),
	word("region", nil, func(a *Account) string { return a.Region }),
	word("city", nil, func(a *Account) string { return a.City }),
	word("industry", nil, func(a *Account) string { return a.Industry }),
	word("ownership", nil, func(a *Account) string { return a.Ownership }),
	word("source", nil, func(a *Account) string { return a.Source }),
	word("status", nil, func(a *Account) string { return a.Status }),
	word("owner", nil, func(a *Account) string { return a.ownerText() }),
	{Field: segment.Field{Name: "size", Kind: segment.Text}, values: []string{"huge", "large", "medium", "small", "micro"},
		text: func(f *Facts, row int32) string {
			a := f.Account(row)
			return string(size.Of(a.Employees, a.Revenue, f.Setting.Config.Size))
		}},
	counted("employees", why.Count, "", func(f *Facts, row int32) null.Number { return told(f.Account(row).Employees) }),
	counted("yearly_revenue", why.Amount, "", func(f *Facts, row int32) null.Number { return told(f.Account(row).Revenue) }),
}

func counted(name string, unit why.Unit, grant string, of func(*Facts, int32) null.Number) fact {
	return fact{Field: segment.Field{Name: name, Kind: segment.Number, Unit: unit}, grant: grant, number: of}
}

func dated(name string, of func(*Facts, int32) int32) fact {
	return fact{Field: segment.Field{Name: name, Kind: segment.Day}, grant: revenue, number: func(f *Facts, row int32) null.Number {
		if day := of(f, row); day != never {
			return null.Of(day)
		}
		return null.None
	}}
}

// trade is what an account buys: without an order there is neither a day nor an average.
var trade = []fact{
	counted("sales", why.Amount, revenue, func(f *Facts, row int32) null.Number { return null.Of(f.sales[row]) }),
	counted("sales_before", why.Amount, revenue, func(f *Facts, row int32) null.Number { return null.Of(f.earlier(row)) }),
	counted("growth", why.Share, revenue, func(f *Facts, row int32) null.Number { return growth(f.sales[row], f.earlier(row)) }),
	counted("orders", why.Orders, revenue, func(f *Facts, row int32) null.Number { return null.Of(f.orders[row]) }),
	counted("average_order", why.Amount, revenue, func(f *Facts, row int32) null.Number {
		return null.Ratio(null.Of(f.sales[row]), null.Of(f.orders[row]))
	}),
	dated("first_order", func(f *Facts, row int32) int32 { return f.first[row] }),
	dated("last_order", func(f *Facts, row int32) int32 { return f.final[row] }),
	counted("recency", why.Days, revenue, func(f *Facts, row int32) null.Number {
		if f.final[row] == never {
			return null.None
		}
		return null.Of(f.Ask.AsOf.Ordinal() - f.final[row])
	}),
	counted("rank", why.Rank, revenue, func(f *Facts, row int32) null.Number {
		if place := f.ranking.Place(row); place >= 0 {
			return null.Of(place + 1)
		}
		return null.None
	}),
}

func classed(name, grant string, values []string, of func(*Facts, int32) string) fact {
	return fact{Field: segment.Field{Name: name, Kind: segment.Text}, grant: grant, values: values, text: of}
}

// rfmTypes are the eight types, best first.
func rfmTypes() (all []string) {
	for t := rfm.ImportantValue; t <= rfm.OrdinaryWinBack; t++ {
		all = append(all, t.Key())
	}
	return all
}

// classes are those that the models give. A provisional tier is none.
var classes = []fact{
	classed("stage", revenue, []string{"potential", "new", "stable", "old", "dormant", "lost"}, func(f *Facts, row int32) string {
		return string(f.phase(row))
	}),
	classed("abc", revenue, []string{"A", "B", "C"}, func(f *Facts, row int32) string { return f.abc[row].String() }),
	classed("rfm", revenue, rfmTypes(), func(f *Facts, row int32) string {
		if s := f.scores[row]; s.Scored() {
			return f.Setting.Config.RFM.TypeOf(s).Key()
		}
		return ""
	}),
	classed("grid", judged, []string{"A", "B", "C", VIP}, func(f *Facts, row int32) string { return f.letter(row) }),
	classed("quadrant", judged, typeNames[1:], func(f *Facts, row int32) string { return typeNames[f.types[row]] }),
	classed("tier", judged, []string{"MAJOR", "NAMED", "NONNAMED", "MASS"}, func(f *Facts, row int32) string { return f.tiers[row].String() }),
	{Field: segment.Field{Name: "key_account", Kind: segment.Flag}, grant: judged, number: func(f *Facts, row int32) null.Number {
		if f.key(row) {
			return 1
		}
		return 0
	}},
}

// guessed is what people say of an account.
var guessed = []fact{
	counted("demand", why.Amount, judged, func(f *Facts, row int32) null.Number { return estimated(f.demand[row]) }),
	counted("expected", why.Amount, judged, func(f *Facts, row int32) null.Number { return estimated(f.expected[row]) }),
	counted("wallet", why.Share, judged, func(f *Facts, row int32) null.Number {
		return null.Ratio(null.Of(f.yearly[row]), estimated(f.demand[row]))
	}),
	counted("influence", why.Score, judged, func(f *Facts, row int32) null.Number {
		if f.influence[row] == 0 {
			return null.None
		}
		return null.Of(f.influence[row])
	}),
}

// earned is what is left of sales.
var earned = []fact{
	counted("gross", why.Amount, margin, func(f *Facts, row int32) null.Number { return f.profit(row) }),
	counted("margin", why.Share, margin, func(f *Facts, row int32) null.Number {
		return null.Ratio(f.profit(row), null.Of(f.sales[row]))
	}),
}

// profit is gross profit; nobody knows it while no line has a cost.
func (f *Facts) profit(row int32) null.Number {
	if f.gross == nil || !f.gross.costed {
		return null.None
	}
	return null.Of(f.gross.value[row])
}

// earlier is what an account bought in the window before.
func (f *Facts) earlier(row int32) int64 {
	if f.before.Columns == f.Columns {
		return f.before.sales[row]
	}
	if row = f.before.Row(f.Account(row).ID); row < 0 {
		return 0
	}
	return f.before.sales[row]
}

func growth(now, before int64) null.Number {
	if before <= 0 {
		return null.None
	}
	return null.Of(now)/null.Of(before) - 1
}

func told(n *int64) null.Number {
	if n == nil {
		return null.None
	}
	return null.Of(*n)
}

func estimated(n int64) null.Number {
	if n == grid.Unknown {
		return null.None
	}
	return null.Of(n)
}

func (a *Account) ownerText() string {
	if a.Owner.IsZero() {
		return ""
	}
	return a.Owner.String()
}
