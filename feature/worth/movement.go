package worth

import (
	"erba/analysis/movement"
	"erba/analysis/null"
)

// Step is one of a movement: what was, what made it more or less, what is.
type Step struct {
	Name   string `json:"name"   enum:"before,volume,mix,price,cost,added,dropped,won,lost,other,service,given,credit,now" doc:"Text key behind worth.move_"`
	Kind   string `json:"kind"   enum:"sum,change"`
	Amount int64  `json:"amount" doc:"Minor units; the changes sum from before to now exactly"`
}

// Moved is why accounts bring more or less than in the twelve months before.
type Moved struct {
	Count        int    `json:"count"        doc:"Accounts whose cost of goods is known of both years"`
	Unknown      int    `json:"unknown"      doc:"Accounts of which it is not: they move by their sales alone"`
	Contribution []Step `json:"contribution" doc:"Of the accounts that are counted; empty if there are none"`
	Sales        []Step `json:"sales"        doc:"Of all accounts"`
}

// bridge adds up movements.
type bridge struct {
	movement.Bridge
	service, given, credit int64 // what more was spent is below zero
}

// tally is what is known of some accounts.
type tally struct {
	count, unknown int
	all            movement.Bridge // sales
	left           bridge          // contribution
}

// take adds an account, with what it cost beside its goods in both years.
func (t *tally) take(m moved, now, before outlay) {
	t.all = t.all.Plus(m.sales)
	if !m.known {
		t.unknown++
		return
	}
	if m == nobody && !now.known() && !before.known() {
		return
	}
	t.count++
	b := m.gross
	was := less(0, before.Service) + less(0, before.Given) + less(0, before.Credit)
	is := less(0, now.Service) + less(0, now.Given) + less(0, now.Credit)
	b.Before, b.Now = b.Before+was, b.Now+is
	t.left.Bridge = t.left.Plus(b)
	t.left.service += less(less(0, now.Service), -before.Service)
	t.left.given += less(less(0, now.Given), -before.Given)
	t.left.credit += less(less(0, now.Credit), -before.Credit)
}

// nobody is an account that bought nothing in either year.
var nobody = moved{known: true}

// outlay is what an account costs beside its goods, None where nobody has recorded it.
type outlay struct{ Service, Given, Credit null.Number }

func (o outlay) known() bool { return o.Service.Known() || o.Given.Known() || o.Credit.Known() }

// less takes a cost off, if it is known.
func less(from int64, cost null.Number) int64 {
	if !cost.Known() {
		return from
	}
	return from - int64(cost)
}

func (t *tally) join(o *tally) {
	t.count, t.unknown, t.all = t.count+o.count, t.unknown+o.unknown, t.all.Plus(o.all)
	t.left.Bridge = t.left.Plus(o.left.Bridge)
	t.left.service, t.left.given, t.left.credit = t.left.service+o.left.service, t.left.given+o.left.given, t.left.credit+o.left.credit
}

// empty reports whether there is nothing to say.
func (t *tally) empty() bool { return t.count == 0 && t.unknown == 0 }

// change is by how much it is more or less, of sales where nothing else is known.
func (t *tally) change() int64 {
	if t.count == 0 {
		return t.all.Now - t.all.Before
	}
	return t.left.Now - t.left.Before
}

func (t *tally) told() Moved {
	m := Moved{Count: t.count, Unknown: t.unknown, Contribution: []Step{}, Sales: steps(bridge{Bridge: t.all}, false)}
	if t.count > 0 {
		m.Contribution = steps(t.left, true)
	}
	return m
}

// steps are those of a bridge; sales have neither a cost of goods nor costs beside.
func steps(b bridge, whole bool) []Step {
	all := []Step{{"before", "sum", b.Before}, {"volume", "change", b.Volume}, {"mix", "change", b.Mix}, {"price", "change", b.Price}}
	if whole {
		all = append(all, Step{"cost", "change", b.Cost})
	}
	all = append(all, Step{"added", "change", b.Added}, Step{"dropped", "change", b.Dropped}, Step{"won", "change", b.Won},
		Step{"lost", "change", b.Lost}, Step{"other", "change", b.Other})
	if whole {
		all = append(all, Step{"service", "change", b.service}, Step{"given", "change", b.given}, Step{"credit", "change", b.credit})
	}
	return append(all, Step{"now", "sum", b.Now})
}
