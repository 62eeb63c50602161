package ledger

import (
	"slices"

	"erba/kernel"
)

// Cost is one entry of what was put into an account on a day: hours of a
// person, money, or both. What stands on an invoice is no cost: the sales are
// net of it already.
type Cost struct {
	Account    kernel.ID
	Number     string // that of its source, if it has one
	Occurrence int64
	On         kernel.Date
	Kind       string // one of CostKinds
	Person     string // one of CostPersons; "" where no hours are told, or not whose
	Hours      kernel.Decimal
	Amount     int64
	Note       string
	Currency   string // "" for the base currency
	Original   int64

	id int64
}

// The kinds of cost, by the words of the contribution (method M26): what it
// takes to serve, what is given beside the invoice, and what credit costs.
const (
	Visit     = "visit"     // 拜访
	Serving   = "service"   // 服务
	Freight   = "freight"   // 运费
	Expense   = "expense"   // 差旅与费用
	Material  = "material"  // 物料与样品
	Discount  = "discount"  // 票外折扣
	Rebate    = "rebate"    // 返利
	Promotion = "promotion" // 促销
	Favour    = "favour"    // 礼品与优惠

	CreditWithin  = "credit_within"  // 信用成本，账期内：没有发票时由财务给出
	CreditOverdue = "credit_overdue" // 信用成本，逾期
)

// CostKinds are all of them: those of service, then what is given, then what
// credit costs where no invoices tell it.
var CostKinds = []string{Visit, Serving, Freight, Expense, Material, Discount, Rebate, Promotion, Favour, CreditWithin, CreditOverdue}

// CostPersons are the classes of person whose hours cost differently: sales,
// service, technicians, managers.
var CostPersons = []string{"sales", "service", "technical", "manager"}

// Whose is the class of person whose hours these are unless the entry says so.
func Whose(kind, person string) string {
	switch {
	case person != "":
		return person
	case kind == Visit:
		return "sales"
	}
	return "service"
}

// Check refuses what cannot have been spent; today is the last day that there was.
func (c *Cost) Check(today kernel.Date) error {
	switch {
	case !slices.Contains(CostKinds, c.Kind):
		return kernel.Invalid("ledger.cost_kind_unknown")
	case c.Person != "" && !slices.Contains(CostPersons, c.Person):
		return kernel.Invalid("ledger.cost_person_unknown")
	case c.Hours.Sign() < 0:
		return kernel.Invalid("ledger.cost_hours_negative")
	case c.Hours.Sign() == 0 && c.Amount == 0:
		return kernel.Invalid("ledger.cost_empty")
	case c.On.Compare(today) > 0:
		return kernel.Invalid("ledger.cost_future")
	}
	return nil
}

// key tells the entries of one source apart: by their number, or by what they
// are where the source has no numbers.
func (c *Cost) key() uint64 {
	if c.Number != "" {
		return hash(c.Account, c.Number)
	}
	return hash(c.Account, "", c.On.String(), c.Kind, c.Person)
}

// alike reports whether two entries have the same key.
func (c *Cost) alike(d *Cost) bool {
	return c.Number == d.Number && (c.Number != "" || c.On == d.On && c.Kind == d.Kind && c.Person == d.Person)
}

// same reports whether two entries say the same.
func (c *Cost) same(d *Cost) bool {
	return c.On == d.On && c.Kind == d.Kind && c.Person == d.Person && c.Hours == d.Hours && c.Amount == d.Amount &&
		c.Note == d.Note && c.Currency == d.Currency && c.Original == d.Original
}

// CostMonth is one row of the roll-up: what was put into an account in a month,
// of one kind and by one class of person.
type CostMonth struct {
	Account  kernel.ID      `db:"account_id"`
	Month    Month          `db:"month"`
	Revision int64          `db:"revision"`
	Kind     string         `db:"kind"`
	Person   string         `db:"person"`
	Hours    kernel.Decimal `db:"hours"`
	Amount   int64          `db:"amount"`
	Entries  int64          `db:"entries"`
}

// differingCosts is differing for the roll-up of costs: all rows of a month that
// is not what it was, and an empty one for a month of which none is left. Both
// lists come by account, month, kind and person.
func differingCosts(derived, current []CostMonth) (changed []CostMonth) {
	for len(derived)+len(current) > 0 {
		var now, was []CostMonth
		switch {
		case len(current) == 0 || len(derived) > 0 && sooner(derived[0], current[0]):
			now, derived = ofMonth(derived)
		case len(derived) == 0 || sooner(current[0], derived[0]):
			was, current = ofMonth(current)
		default:
			now, derived = ofMonth(derived)
			was, current = ofMonth(current)
		}
		switch {
		case len(now) > 0 && !slices.EqualFunc(now, was, CostMonth.equal):
			changed = append(changed, now...)
		case len(now) == 0 && was[0].Entries > 0:
			changed = append(changed, CostMonth{Account: was[0].Account, Month: was[0].Month})
		}
	}
	return changed
}

// ofMonth splits the first month off.
func ofMonth(all []CostMonth) (first, rest []CostMonth) {
	n := 1
	for n < len(all) && all[n].Account == all[0].Account && all[n].Month == all[0].Month {
		n++
	}
	return all[:n], all[n:]
}

func sooner(a, b CostMonth) bool {
	if c := a.Account.Compare(b.Account); c != 0 {
		return c < 0
	}
	return a.Month < b.Month
}

func (m CostMonth) equal(o CostMonth) bool {
	o.Revision = m.Revision
	return m == o
}

// latestCosts are the rows of the highest revision of each account and month,
// out of all versions, which come by account and month, the oldest first.
func latestCosts(all []CostMonth) (current []CostMonth, doubled []kernel.ID) {
	for len(all) > 0 {
		var month []CostMonth
		month, all = ofMonth(all)
		last := month[len(month)-1].Revision
		from := slices.IndexFunc(month, func(m CostMonth) bool { return m.Revision == last })
		if current = append(current, month[from:]...); from > 0 && !slices.Contains(doubled, month[0].Account) {
			doubled = append(doubled, month[0].Account)
		}
	}
	return current, doubled
}
