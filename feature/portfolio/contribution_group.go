package portfolio

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"erba/analysis/null"
	"erba/kernel"
)

// Grouped is what groups of the accounts in sight contribute; the rows and the
// rest sum to the whole exactly.
type Grouped struct {
	Frame
	Since kernel.Date `json:"since" doc:"First day of the twelve months"`
	Until kernel.Date `json:"until" doc:"Their last day"`
	By    string      `json:"by"    enum:"family,region,industry,owner"`
	Whole Together    `json:"whole"`
	Rows  []Group     `json:"rows"  doc:"At most 200, as they are sorted"`
	Rest  *Group      `json:"rest,omitempty" doc:"All others together"`
	More  int         `json:"more"  doc:"How many groups the rest is of"`
}

// Together is what some accounts contribute together, step by step.
type Together struct {
	Counted
	Parts []Part `json:"parts" doc:"What is known; those of costs that nobody recorded are null"`
}

// Group is a group in one line.
type Group struct {
	Portion
	Counted
	Sums
}

// Sums are the steps of a contribution in one line: gross less service, given and
// credit is the amount exactly.
type Sums struct {
	Sales   *int64 `json:"sales"   doc:"null: of no account is a contribution known"`
	Gross   *int64 `json:"gross"`
	Service *int64 `json:"service" doc:"null: no data"`
	Given   *int64 `json:"given"   doc:"null: no data"`
	Credit  *int64 `json:"credit"  doc:"null: no data"`
	Amount  *int64 `json:"amount"`
}

func (t *total) sums() Sums {
	return Sums{minor(t.sales), minor(t.gross), minor(t.service()), minor(t.given()), minor(t.credit()), minor(t.amount)}
}

func (t *total) together() Together { return Together{t.Counted, t.Parts(t.amount)} }

// grouped is a group with all its steps.
type grouped struct {
	Portion
	total
}

func (g *grouped) row() Group { return Group{g.Portion, g.Counted, g.sums()} }

// totals are what the groups of a partition contribute, and what all contribute.
func (v *View) totals(p partition) (groups []grouped, whole total) {
	groups, whole = make([]grouped, len(p.portions)), nothing()
	for i := range groups {
		groups[i] = grouped{p.portions[i], nothing()}
	}
	v.eachBalance(func(row int32, own *balance) {
		groups[p.of[row]].take(own)
	})
	for i := range groups {
		whole.join(&groups[i].total)
	}
	return groups, whole
}

// mostGroups is how many are listed.
const mostGroups = 200

// Grouped adds up the groups of a partition.
func (v *View) Grouped(by string, p partition, o Order) (g Grouped, err error) {
	groups, whole := v.totals(p)
	sorted, err := o.groups(groups)
	if err != nil {
		return g, err
	}
	from, to := v.period().days()
	g = Grouped{Frame: v.Frame, Since: kernel.FromOrdinal(from), Until: kernel.FromOrdinal(to), By: by, Whole: whole.together(), Rows: []Group{}}
	rest := nothing()
	for i, at := range sorted {
		if i < mostGroups {
			g.Rows = append(g.Rows, groups[at].row())
		} else {
			rest.join(&groups[at].total)
		}
	}
	if g.More = len(sorted) - len(g.Rows); g.More > 0 {
		g.Rest = &Group{Counted: rest.Counted, Sums: rest.sums()}
	}
	return g, nil
}

// Order is how a list is sorted: by one of Sorts, the largest first unless it
// says otherwise. What is not known stands last.
type Order struct {
	By string
	Up bool
}

// Sorts are what lists of contributions are sorted by.
var Sorts = []string{"amount", "sales", "gross", "service", "given", "credit", "rate", "count", "name"}

// figure is what a total is sorted by.
func (o Order) figure(t *total) null.Number {
	switch o.By {
	case "sales":
		return t.sales
	case "gross":
		return t.gross
	case "service":
		return t.service()
	case "given":
		return t.given()
	case "credit":
		return t.credit()
	case "rate":
		return null.Ratio(t.amount, t.sales)
	case "count":
		return null.Of(t.Count + t.Unknown)
	}
	return t.amount
}

// check refuses what lists are not sorted by.
func (o Order) check() error {
	if o.By != "" && !slices.Contains(Sorts, o.By) {
		return kernel.Invalid("portfolio.bad_sort")
	}
	return nil
}

// groups are the groups in their order, without those that neither bought nor
// cost anything.
func (o Order) groups(all []grouped) (sorted []int32, err error) {
	keys := make([]keyed, 0, len(all))
	for i := range all {
		if one := &all[i]; one.Count+one.Unknown > 0 {
			keys = append(keys, keyed{o.figure(&one.total), int32(i)})
		}
	}
	return o.sort(keys, func(i int32) string { return all[i].sort }), o.check()
}

// keyed is a row with what it is sorted by.
type keyed struct {
	key null.Number
	row int32
}

// sort puts rows into their order.
func (o Order) sort(all []keyed, name func(int32) string) []int32 {
	slices.SortStableFunc(all, func(a, b keyed) int {
		switch {
		case o.By == "name":
			return o.turned(strings.Compare(name(a.row), name(b.row)))
		case !a.key.Known() || !b.key.Known():
			return cmp.Compare(seat(a.key), seat(b.key))
		}
		return o.turned(cmp.Compare(a.key, b.key))
	})
	rows := make([]int32, len(all))
	for i := range all {
		rows[i] = all[i].row
	}
	return rows
}

// turned is a comparison as the order wants it.
func (o Order) turned(c int) int {
	if o.Up {
		return c
	}
	return -c
}

// Inside is what one group contributes, with a page of its accounts.
type Inside struct {
	Frame
	Portion
	Since kernel.Date    `json:"since"`
	Until kernel.Date    `json:"until"`
	Whole Together       `json:"whole"`
	Rows  []Contributing `json:"rows"`
	Next  int            `json:"next,omitempty" doc:"From where the next page begins"`
}

// Inside is what one group contributes, with a page of its accounts.
func (v *View) Inside(key string, p partition, o Order, from, limit int) (in Inside, err error) {
	at := slices.IndexFunc(p.portions, func(one Portion) bool { return one.Key == key })
	if at < 0 {
		return in, kernel.Missing("db.missing")
	}
	if err = o.check(); err != nil {
		return in, err
	}
	all, found := nothing(), []keyed{}
	v.eachBalance(func(row int32, own *balance) {
		if p.of[row] != int32(at) {
			return
		}
		one := nothing()
		if one.take(own); one.Count+one.Unknown > 0 {
			found = append(found, keyed{o.figure(&one), row})
			all.join(&one)
		}
	})
	rows := o.sort(found, func(row int32) string { return v.accounts[row].SortKey })
	first, last := v.period().days()
	in = Inside{Frame: v.Frame, Portion: p.portions[at], Since: kernel.FromOrdinal(first), Until: kernel.FromOrdinal(last), Whole: all.together(), Rows: []Contributing{}}
	end := min(len(rows), from+limit)
	for _, row := range rows[min(from, end):end] {
		in.Rows = append(in.Rows, v.contributed(row))
	}
	if end < len(rows) {
		in.Next = end
	}
	return in, nil
}

// GroupRows are all groups as they are listed.
func (v *View) GroupRows(p partition, o Order) (iter.Seq[Group], error) {
	groups, _ := v.totals(p)
	sorted, err := o.groups(groups)
	if err != nil {
		return nil, err
	}
	return func(yield func(Group) bool) {
		for _, at := range sorted {
			if !yield(groups[at].row()) {
				return
			}
		}
	}, nil
}
