package importing

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"erba/feature/account"
	"erba/feature/contact"
	"erba/feature/ledger"
	"erba/feature/product"
	"erba/kernel"
)

// Written is a row as it would stand, with what it replaces.
type Written struct {
	Row    int           `json:"row"`
	Result string        `json:"result" enum:"inserted,updated"`
	Cells  []WrittenCell `json:"cells"`
}

// WrittenCell is what would be kept of a field; amounts are in major units of
// the base currency.
type WrittenCell struct {
	Field string  `json:"field" doc:"Text key importing.field_<field>"`
	Value string  `json:"value"`
	Was   *string `json:"was,omitempty" doc:"Where it would change"`
}

// shownRows is how many new and how many changed rows a check shows.
const shownRows = 3

// origin is a row of the file that becomes a row of the ledger.
type origin interface {
	origin() (row int, account Party)
}

func (o *Order) origin() (int, Party) { return o.Row, o.Account }
func (c *Claim) origin() (int, Party) { return c.Row, c.Account }

// foresee counts what booking the rows would do, and shows the first of them.
func foresee[T any](b *books, compare func(context.Context, string, []T) (ledger.Foreseen[T], error), all []T, from []origin, cells func(T) []WrittenCell) error {
	f, err := compare(b.ctx, b.settings.Source, all)
	for _, c := range f.Some {
		show(b, from[c.Row], cells, all[c.Row], c.Was)
	}
	return b.count(f.Outcome, err)
}

// show keeps a row of the ledger for the report.
func show[T any](b *books, from origin, cells func(T) []WrittenCell, now T, was *T) {
	row, account := from.origin()
	exhibit(b.load, row, func(t T) []WrittenCell {
		return append([]WrittenCell{{Field: "account", Value: account.Code}}, cells(t)...)
	}, now, was)
}

// exhibit keeps a row for the report, while there are few of its kind.
func exhibit[T any](l *load, row int, cells func(T) []WrittenCell, now T, was *T) {
	w := Written{Row: row, Result: "inserted"}
	if was != nil {
		w.Result = "updated"
	}
	if l.shown(w.Result) == shownRows {
		return
	}
	w.Cells = cells(now)
	if was != nil {
		changed(w.Cells, cells(*was))
	}
	w.Cells = slices.DeleteFunc(w.Cells, func(c WrittenCell) bool { return c.Value == "" && c.Was == nil })
	l.written = append(l.written, w)
}

func (l *load) shown(result string) (n int) {
	for _, w := range l.written {
		if w.Result == result {
			n++
		}
	}
	return n
}

// changed notes what the cells were that differ.
func changed(now, was []WrittenCell) {
	for i := range now {
		if now[i].Value != was[i].Value {
			now[i].Was = &was[i].Value
		}
	}
}

// sample is the rows shown, in the order of the file; only a check has some.
func (l *load) sample() []Written {
	if !l.dry {
		return nil
	}
	slices.SortFunc(l.written, func(x, y Written) int { return cmp.Compare(x.Row, y.Row) })
	return append([]Written{}, l.written...)
}

func accountCells(a account.Account) []WrittenCell {
	return []WrittenCell{{"code", a.Code, nil}, {"name", a.Name, nil}, {"short_name", a.ShortName, nil}, {"uscc", a.USCC, nil},
		{"region", a.Region, nil}, {"city", a.City, nil}, {"industry", a.Industry, nil}, {"ownership", a.Ownership, nil},
		{"employees", whole(a.Employees), nil}, {"revenue", inMajor(a.Revenue), nil}, {"source", a.Source, nil}, {"status", a.Status, nil},
		{"phone", a.Phone, nil}}
}

func productCells(p product.Product) []WrittenCell {
	return []WrittenCell{{"code", p.Code, nil}, {"name", p.Name, nil}, {"line", p.Line, nil}, {"list_price", decimal(p.ListPrice), nil},
		{"cost", decimal(p.Cost), nil}, {"unit", p.Unit, nil}}
}

// personCells are those of a contact, with the account as the file names it.
func personCells(at Party) func(contact.Contact) []WrittenCell {
	return func(c contact.Contact) []WrittenCell {
		return append([]WrittenCell{{"account", at.Code, nil}}, contactCells(c)...)
	}
}

func contactCells(c contact.Contact) []WrittenCell {
	return []WrittenCell{{"name", c.Name, nil}, {"title", c.Title, nil}, {"department", c.Department, nil}, {"phone", c.Phone, nil}, {"mail", c.Mail, nil}, {"wechat", c.Wechat, nil},
		{"rank", rankText(c.Rank), nil}, {"scope", c.Scope, nil}, {"gone", c.Gone.String(), nil}, {"duties", c.Duties, nil}, {"goals", c.Goals, nil},
		{"manner", c.Manner, nil}, {"results", c.Results, nil}, {"colleagues", c.Colleagues, nil}, {"partners", c.Partners, nil}}
}

// rankText is empty where nobody has said.
func rankText(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func whole(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}

func inMajor(minor *int64) string {
	if minor == nil {
		return ""
	}
	return major(*minor)
}

func decimal(d *kernel.Decimal) string {
	if d == nil {
		return ""
	}
	return d.String()
}

func (b *books) lineCells(l ledger.Line) []WrittenCell {
	cost := ""
	if l.Costed && !b.blind {
		cost = major(l.Cost)
	}
	return []WrittenCell{{"order", l.Order, nil}, {"line", l.Number, nil}, {"product", l.Product, nil}, {"date", l.On.String(), nil},
		{"quantity", l.Quantity.String(), nil}, {"price", l.Price.String(), nil}, {"amount", major(l.Amount), nil}, {"tax", major(l.Tax), nil},
		{"cost", cost, nil}, {"currency", l.Currency, nil}, {"end_account", l.EndAccount, nil}, {"ship_to", l.ShipTo, nil}, {"company", l.Company, nil}}
}

func invoiceCells(i ledger.Invoice) []WrittenCell {
	return []WrittenCell{{"number", i.Number, nil}, {"date", i.IssuedOn.String(), nil}, {"due", i.DueOn.String(), nil},
		{"amount", major(i.Amount), nil}, {"currency", i.Currency, nil}, {"settled", i.SettledOn.String(), nil}}
}

func receiptCells(r ledger.Receipt) []WrittenCell {
	return []WrittenCell{{"number", r.Number, nil}, {"date", r.ReceivedOn.String(), nil}, {"amount", major(r.Amount), nil},
		{"currency", r.Currency, nil}, {"invoice", r.Invoice, nil}, {"payer", r.Party, nil}, {"method", r.Method, nil}, {"matures", r.Matures.String(), nil}}
}

// major writes an amount in major units.
func major(minor int64) string { return kernel.Micro(minor * 10_000).String() }
