package portfolio

import (
	"slices"

	"erba/analysis/null"
	"erba/analysis/segment"
	"erba/kernel"
)

// Facts are what is known of all accounts, field by field, as one viewer may
// read it: of a row whose figures he may not read they are unknown, and a field
// that he may read nowhere is no field.
type Facts struct {
	*Evaluated
	before *Evaluated // the window before
	gross  *Evaluated // by gross profit; nil: he may read none
	sight  Mask       // nil: all
	fields []fact
	told   []Mask // beside fields; nil: of all rows in sight
}

// Fields are those that the viewer may read.
func (f *Facts) Fields() []segment.Field {
	all := make([]segment.Field, len(f.fields))
	for i := range f.fields {
		all[i] = f.fields[i].Field
	}
	return all
}

// Number is that of a field and a row.
func (f *Facts) Number(field int, row int32) null.Number {
	if m := f.told[field]; m != nil && !m.Has(row) {
		return null.None
	}
	return f.fields[field].number(f, row)
}

// Text is that of a field and a row.
func (f *Facts) Text(field int, row int32) string {
	if m := f.told[field]; m != nil && !m.Has(row) {
		return ""
	}
	return f.fields[field].text(f, row)
}

// Value is the number of a field by its name; of one that the viewer may not read
// nothing is known.
func (f *Facts) Value(name string, row int32) null.Number {
	if field := f.at(name); field >= 0 {
		return f.Number(field, row)
	}
	return null.None
}

// Word is the text of a field by its name.
func (f *Facts) Word(name string, row int32) string {
	if field := f.at(name); field >= 0 {
		return f.Text(field, row)
	}
	return ""
}

// Judgement is what was last said of an account by a kind that is rated, as far
// as the viewer may read it.
func (f *Facts) Judgement(kind string, row int32) (Estimate, bool) {
	column, given := f.rated[kind]
	if !given || !column[row].Known() {
		return Estimate{}, false
	}
	if at := f.at("influence"); at < 0 || f.told[at] != nil && !f.told[at].Has(row) {
		return Estimate{}, false
	}
	return f.of(f.Account(row).ID, kind)
}

// Wallet is what was last said of all that an account buys in our categories, as
// far as the viewer may read it. Who has only said what it will buy has said as
// much about now.
func (f *Facts) Wallet(row int32) (Estimate, bool) {
	if at := f.at("demand"); at < 0 || f.told[at] != nil && !f.told[at].Has(row) {
		return Estimate{}, false
	}
	account := f.Account(row).ID
	if e, said := f.of(account, Demand); said {
		return e, true
	}
	return f.of(account, Potential)
}

// Scope says whether any account is out of the viewer's sight.
func (f *Facts) Scope() string {
	if f.sight == nil {
		return string(Whole)
	}
	return string(Own)
}

// Sees reports whether the account of a row is there, and in the viewer's sight.
func (f *Facts) Sees(row int32) bool { return f.there.Has(row) && (f.sight == nil || f.sight.Has(row)) }

// mostValues is how many values of a field are offered to choose from.
const mostValues = 300

// Values are those that a text can have, or that accounts in sight do; nil if
// they are too many to choose from.
func (f *Facts) Values(field int) []string {
	one := f.fields[field]
	if one.values != nil || one.Kind != segment.Text {
		return one.values
	}
	found := map[string]bool{}
	for row := range int32(f.Len()) {
		if value := ""; f.Sees(row) {
			if value = f.Text(field, row); value != "" {
				found[value] = true
			}
		}
		if len(found) > mostValues {
			return nil
		}
	}
	values := make([]string, 0, len(found))
	for value := range found {
		values = append(values, value)
	}
	slices.Sort(values)
	return values
}

// Totals are what some accounts do together.
type Totals struct {
	Accounts  int      `json:"accounts"`
	Customers int      `json:"customers" doc:"With an order in the window"`
	Keys      int      `json:"keys"      doc:"Key accounts"`
	Orders    int64    `json:"orders"`
	Sales     int64    `json:"sales"     doc:"Of 12 months, minor units"`
	Before    int64    `json:"before"    doc:"Of the 12 months before"`
	Growth    *float64 `json:"growth"    doc:"null: nothing was sold before"`
	Gross     *int64   `json:"gross,omitempty" may:"margin:read" doc:"Gross profit; absent: no line has a cost"`
}

// Total adds up the accounts of some rows. Of those whose revenue the viewer may
// not read he learns that they are there; of profit he learns all or nothing.
func (f *Facts) Total(rows []int32) Totals {
	t := Totals{Accounts: len(rows)}
	sales, profit := f.at("sales"), f.at("gross")
	left := null.Of(0)
	for _, row := range rows {
		if sales >= 0 && f.Number(sales, row).Known() {
			f.add(&t, row)
		}
		if profit >= 0 {
			left += f.Number(profit, row)
		}
	}
	if g := growth(t.Sales, t.Before); g.Known() {
		t.Growth = new(float64(g))
	}
	if profit >= 0 && left.Known() {
		t.Gross = new(int64(left))
	}
	return t
}

func (f *Facts) add(t *Totals, row int32) {
	t.Sales, t.Before, t.Orders = t.Sales+f.sales[row], t.Before+f.earlier(row), t.Orders+int64(f.orders[row])
	if f.orders[row] > 0 {
		t.Customers++
	}
	if f.key(row) {
		t.Keys++
	}
}

// at is the place of a field, −1 without it.
func (f *Facts) at(name string) int {
	return slices.IndexFunc(f.fields, func(one fact) bool { return one.Name == name })
}

// Largest puts rows in the order of their sales.
func (f *Facts) Largest(rows []int32) []int32 {
	place := f.order(byValueDown).places()
	sorted := slices.Clone(rows)
	slices.SortFunc(sorted, func(a, b int32) int { return int(place[a]) - int(place[b]) })
	return sorted
}

// RowsOf are those of some accounts that are in sight.
func (f *Facts) RowsOf(ids []kernel.ID) (rows []int32) {
	for _, id := range ids {
		if row := f.Row(id); row >= 0 && f.Sees(row) {
			rows = append(rows, row)
		}
	}
	return rows
}
