package portfolio

import (
	"slices"
	"sort"

	"erba/analysis/effort"
	"erba/analysis/null"
	"erba/kernel"
)

// Spent is what was put into an account in a month: minor units, or millionths
// of hours, as its slot says.
type Spent struct {
	Account kernel.ID
	Number  int16 // of the month
	Slot    Slot
	Value   int64
}

// Slot is a kind of cost, and of whose hours if it is hours: first the money of
// all kinds, then the hours of each by the class of person.
type Slot uint8

// The kinds of cost, in the order of the contribution: what it takes to serve,
// what is given beside the invoice, and what credit costs.
var costKinds = [...]string{"visit", "service", "freight", "expense", "material", "discount", "rebate", "promotion", "favour", "credit_within", "credit_overdue"}

// The classes of person.
var costPersons = [...]string{"sales", "service", "technical", "manager"}

const (
	kindsOfCost = len(costKinds)
	given       = 5 // from this kind on it is given beside the invoice, and not what it takes to serve
	lent        = 9 // from this kind on it is what credit costs
	freighted   = 2 // what it takes to deliver is no effort (method M31)
	slots       = kindsOfCost * (1 + len(costPersons))
)

// inMoney is the slot of the money of a kind; false for one that nobody knows.
func inMoney(kind string) (Slot, bool) {
	i := slices.Index(costKinds[:], kind)
	return Slot(max(i, 0)), i >= 0
}

// inHours is the slot of the hours of a kind by a class of person.
func inHours(kind, person string) (Slot, bool) {
	i, p := slices.Index(costKinds[:], kind), slices.Index(costPersons[:], person)
	return Slot(kindsOfCost + max(i, 0)*len(costPersons) + max(p, 0)), i >= 0 && p >= 0
}

// kind is the index of the kind of a slot; person that of whose hours, −1 for money.
func (s Slot) kind() (kind, person int) {
	if int(s) < kindsOfCost {
		return int(s), -1
	}
	rest := int(s) - kindsOfCost
	return rest / len(costPersons), rest % len(costPersons)
}

// Spendings are what was put into all accounts, month by month, in the order of
// accounts. They are never changed: a refresh makes new ones.
type Spendings struct {
	ids   []kernel.ID // accounts into which something was put
	start []int32     // of each, and the end of the last
	month []int16
	slot  []Slot
	value []int64
}

// With returns spendings in which those of the accounts that occur in rows are
// replaced. Rows come by account; one of value 0 only names its account.
func (s *Spendings) With(rows []Spent) *Spendings {
	next := &Spendings{}
	at := 0
	for len(rows) > 0 || at < len(s.ids) {
		if len(rows) == 0 || at < len(s.ids) && s.ids[at].Compare(rows[0].Account) < 0 {
			next.copy(s, at)
			at++
			continue
		}
		n := sort.Search(len(rows), func(i int) bool { return rows[i].Account.Compare(rows[0].Account) > 0 })
		if at < len(s.ids) && s.ids[at] == rows[0].Account {
			at++
		}
		next.add(rows[:n])
		rows = rows[n:]
	}
	next.start = append(next.start, int32(len(next.month)))
	return next
}

func (s *Spendings) copy(from *Spendings, at int) {
	a, b := from.start[at], from.start[at+1]
	s.ids, s.start = append(s.ids, from.ids[at]), append(s.start, int32(len(s.month)))
	s.month, s.slot, s.value = append(s.month, from.month[a:b]...), append(s.slot, from.slot[a:b]...), append(s.value, from.value[a:b]...)
}

// add puts the rows of one account at the end, unless nothing is left of them.
func (s *Spendings) add(rows []Spent) {
	begin := int32(len(s.month))
	for _, r := range rows {
		if r.Value != 0 {
			s.month, s.slot, s.value = append(s.month, r.Number), append(s.slot, r.Slot), append(s.value, r.Value)
		}
	}
	if int(begin) < len(s.month) {
		s.ids, s.start = append(s.ids, rows[0].Account), append(s.start, begin)
	}
}

// bill is what was put into one account in twelve whole months: money and hours
// of each kind, in minor units.
type bill struct {
	money, work [kindsOfCost]int64 // work is hours at their rates
	micro       [kindsOfCost]int64 // millionths of hours
	has         [kindsOfCost]bool
}

// rates are what an hour of each class of person costs.
type rates [len(costPersons)]int64

func ratesOf(c *effort.Config) rates { return rates{c.Rate, c.Service, c.Technical, c.Manager} }

// bill adds up the entries of the account at a place, in the twelve months up to one.
func (s *Spendings) bill(at int, last int16, r rates) bill {
	return s.between(at, last-Usual+1, last, r)
}

// between adds them up between two months, both included.
func (s *Spendings) between(at int, first, last int16, r rates) (b bill) {
	var hours [slots]int64
	for i := s.start[at]; i < s.start[at+1]; i++ {
		if m := s.month[i]; m > last || m < first {
			continue
		}
		kind, person := s.slot[i].kind()
		b.has[kind] = true
		if person < 0 {
			b.money[kind] += s.value[i]
		} else {
			b.micro[kind] += s.value[i]
			hours[s.slot[i]] += s.value[i]
		}
	}
	for slot := kindsOfCost; slot < slots; slot++ {
		if hours[slot] != 0 {
			kind, person := Slot(slot).kind()
			b.work[kind] += rounded(hours[slot], r[person])
		}
	}
	return b
}

// rounded is millionths of hours at a rate in whole minor units, half up.
func rounded(micro, rate int64) int64 {
	const million = 1_000_000
	return micro/million*rate + (micro%million*rate+million/2)/million
}

// of is the cost of a kind; None if nobody has recorded any.
func (b *bill) of(kind int) null.Number {
	if !b.has[kind] {
		return null.None
	}
	return null.Of(b.money[kind] + b.work[kind])
}

// between is the cost of some kinds together; None if nobody has recorded any of them.
func (b *bill) between(from, to int) null.Number {
	sum, known := int64(0), false
	for kind := from; kind < to; kind++ {
		if b.has[kind] {
			sum, known = sum+b.money[kind]+b.work[kind], true
		}
	}
	if !known {
		return null.None
	}
	return null.Of(sum)
}

// service is what it took to serve, fees what was given beside the invoice, and
// effort the hours, expenses and material that were put in (method M31).
func (b *bill) service() null.Number { return b.between(0, given) }
func (b *bill) fees() null.Number    { return b.between(given, lent) }
func (b *bill) effort() null.Number {
	work, rest := b.between(0, freighted), b.between(freighted+1, given)
	switch {
	case !work.Known():
		return rest
	case !rest.Known():
		return work
	}
	return work + rest
}
