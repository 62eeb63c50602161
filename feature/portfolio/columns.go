package portfolio

import (
	"slices"
	"sort"

	"erba/kernel"
)

// Account is what the models and the screens need of an account.
type Account struct {
	ID               kernel.ID
	Code, Name       string
	SortKey          string
	Region, Industry string
	Owner            kernel.ID
	Parent           kernel.ID // the company that owns it
	Gone             bool      // merged away, or nobody's: in no result

	City, Ownership    string
	Source, Status     string
	Employees, Revenue *int64 // nil: nobody has told us
}

// Month is what an account did in one month, as the roll-up has it.
type Month struct {
	Account           kernel.ID
	Number            int32 // 12 × year + month − 1
	Sales, Cost       int64 // of lines with positive quantity and price
	Returns, Returned int64 // of all other lines: amount and cost
	Orders, Lines     int32
	Open              bool  // some of the lines have no cost
	First, Last       uint8 // days of the first and the last order, 0 without one
}

// Columns are all accounts and all their months, column by column. They are
// never changed: a refresh makes new ones that share what stayed the same.
type Columns struct {
	Revision int64       // of the ledger
	Changed  int64       // when an account last changed
	Until    kernel.Date // the last day with a line
	Currency string
	accounts []Account
	there    Mask    // all but those that are gone
	names    *sorted // all rows by name
	backward *sorted
	blocks   []*block
	money    *money
}

// span is how many accounts a block has: few enough that a refresh after a
// small import copies little.
const span = 1024

// block is the months of some accounts, one after another. Returns are few, so
// they have their own, shorter columns.
type block struct {
	sales, returns track
	orders, lines  []int32 // beside sales
	first, final   []uint8
	open           []bool // some of the lines have no cost
}

// track is amounts by account and month: those of row i stand from start[i] to
// start[i+1], the earliest first.
type track struct {
	start        []int32
	month        []int16
	amount, cost []int64
}

// Len is how many accounts there are.
func (c *Columns) Len() int { return len(c.accounts) }

// Row is where an account stands, or −1.
func (c *Columns) Row(id kernel.ID) int32 {
	row, ok := slices.BinarySearchFunc(c.accounts, id, func(a Account, id kernel.ID) int { return a.ID.Compare(id) })
	if !ok {
		return -1
	}
	return int32(row)
}

// Account is that of a row.
func (c *Columns) Account(row int32) *Account { return &c.accounts[row] }

// With returns columns in which accounts are added or replaced, and all months
// of the accounts that occur in months are replaced. Both are in the order of
// accounts and, within one, of months.
func (c *Columns) With(accounts []Account, months []Month) *Columns {
	next := &Columns{Revision: c.Revision, Changed: c.Changed, Until: c.Until, Currency: c.Currency, money: c.money.beside()}
	var moved bool
	next.accounts, moved = merged(c.accounts, accounts)
	next.name(c, accounts, moved)
	old := c
	if moved { // a row got another number: no block can be kept
		old, months = &Columns{}, append(c.months(months), months...)
		slices.SortStableFunc(months, func(a, b Month) int { return a.Account.Compare(b.Account) })
	}
	next.fill(old, months)
	next.there = NewMask(next.Len())
	for row := range next.accounts {
		if !next.accounts[row].Gone {
			next.there.Set(int32(row))
		}
	}
	return next
}

// merged puts new accounts into their places; moved says that old ones had to move.
func merged(old, news []Account) (all []Account, moved bool) {
	all = slices.Clone(old)
	for _, a := range news {
		at, known := slices.BinarySearchFunc(all[:len(old)], a.ID, func(a Account, id kernel.ID) int { return a.ID.Compare(id) })
		switch {
		case known:
			all[at] = a
		default:
			all = append(all, a)
			moved = moved || at < len(old)
		}
	}
	if moved {
		slices.SortFunc(all, func(a, b Account) int { return a.ID.Compare(b.ID) })
	}
	return all, moved
}

// months writes out all months but those of the accounts that news replace.
func (c *Columns) months(news []Month) (all []Month) {
	replaced := map[kernel.ID]bool{}
	for i := range news {
		replaced[news[i].Account] = true
	}
	for row := range c.accounts {
		if !replaced[c.accounts[row].ID] {
			all = append(all, c.blocks[row/span].of(row%span, c.accounts[row].ID)...)
		}
	}
	return all
}

// fill makes the blocks: those that nothing touches are the old ones.
func (c *Columns) fill(old *Columns, months []Month) {
	for from := 0; from < len(c.accounts); from += span {
		to := min(from+span, len(c.accounts))
		end := c.accounts[to-1].ID
		n := sort.Search(len(months), func(i int) bool { return months[i].Account.Compare(end) > 0 })
		b := from / span
		if n == 0 && b < len(old.blocks) && len(old.blocks[b].sales.start) == to-from+1 {
			c.blocks = append(c.blocks, old.blocks[b])
			continue
		}
		var before *block
		if b < len(old.blocks) {
			before = old.blocks[b]
		}
		c.blocks = append(c.blocks, before.with(c.accounts[from:to], months[:n]))
		months = months[n:]
	}
}

// with copies a block, with other months for the accounts that occur in months.
func (b *block) with(accounts []Account, months []Month) *block {
	next := &block{}
	for i, a := range accounts {
		next.sales.open()
		next.returns.open()
		var own []Month
		own, months = split(months, a.ID)
		if len(own) == 0 && b != nil && i < len(b.sales.start)-1 {
			own = b.of(i, a.ID)
		}
		for j := range own {
			next.add(&own[j])
		}
	}
	next.sales.open()
	next.returns.open()
	return next
}

// split takes the months of one account off the front; those of accounts before
// it are nobody's.
func split(months []Month, id kernel.ID) (own, rest []Month) {
	from := sort.Search(len(months), func(i int) bool { return months[i].Account.Compare(id) >= 0 })
	to := from
	for to < len(months) && months[to].Account == id {
		to++
	}
	return months[from:to], months[to:]
}

func (b *block) add(m *Month) {
	if m.Lines == 0 {
		return // nothing is left of it
	}
	b.sales.add(m.Number, m.Sales, m.Cost)
	b.orders, b.lines = append(b.orders, m.Orders), append(b.lines, m.Lines)
	b.first, b.final, b.open = append(b.first, m.First), append(b.final, m.Last), append(b.open, m.Open)
	if m.Returns != 0 || m.Returned != 0 {
		b.returns.add(m.Number, m.Returns, m.Returned)
	}
}

// of writes out the months of one account.
func (b *block) of(i int, id kernel.ID) (months []Month) {
	back := b.returns.start[i]
	for at := b.sales.start[i]; at < b.sales.start[i+1]; at++ {
		m := Month{Account: id, Number: int32(b.sales.month[at]), Sales: b.sales.amount[at], Cost: b.sales.cost[at],
			Orders: b.orders[at], Lines: b.lines[at], First: b.first[at], Last: b.final[at], Open: b.open[at]}
		if back < b.returns.start[i+1] && b.returns.month[back] == b.sales.month[at] {
			m.Returns, m.Returned = b.returns.amount[back], b.returns.cost[back]
			back++
		}
		months = append(months, m)
	}
	return months
}

// open begins the next account.
func (t *track) open() { t.start = append(t.start, int32(len(t.month))) }

func (t *track) add(month int32, amount, cost int64) {
	t.month, t.amount, t.cost = append(t.month, int16(month)), append(t.amount, amount), append(t.cost, cost)
}

// ordinal is a day of a month, counted from 1970-01-01.
func ordinal(month int16, day uint8) int32 {
	return firsts[month-firsts0] + int32(day) - 1
}

// firsts are the first days of the months from 1900 to 2200, because a scan
// asks for them millions of times.
const firsts0 = 12 * 1900

var firsts = func() (days [12 * 300]int32) {
	for i := range days {
		days[i] = kernel.On(1900+i/12, i%12+1, 1).Ordinal()
	}
	return days
}()

// numberOf is the month of a day.
func numberOf(d kernel.Date) int32 {
	y, m, _ := d.Parts()
	return int32(12*y + m - 1)
}
