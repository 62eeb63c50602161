package portfolio

import (
	"slices"
	"sync"

	"erba/analysis/contribution"
	"erba/analysis/effort"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// money is what is known of all accounts beside their sales. What was worked out
// of it for twelve months is kept with the columns whose rows it follows.
type money struct {
	recorded *Spendings // as files bring it
	fees     *Fees      // as it is settled here
	spent    *Spendings // what counts of both
	claims   *Claims
	mu       sync.Mutex
	kept     map[period]*balances
}

func (m *money) beside() *money {
	if m == nil {
		none := (&Spendings{}).With(nil)
		return &money{recorded: none, fees: noFees, spent: none, claims: noClaims, kept: map[period]*balances{}}
	}
	return &money{recorded: m.recorded, fees: m.fees, spent: m.spent, claims: m.claims, kept: map[period]*balances{}}
}

// period is twelve whole months, and what hours cost in them.
type period struct {
	last int16
	rates
}

// balances are what was put into each account and what it owed, row by row. A
// column of which nobody records anything is nil.
type balances struct {
	service, fees, effort []null.Number
	lent, late            []null.Number // what credit costs, as recorded
	owed                  []Outstanding
}

// balances are those of twelve months, worked out by whoever asks first.
func (c *Columns) balances(p period) *balances {
	c.money.mu.Lock()
	defer c.money.mu.Unlock()
	if b := c.money.kept[p]; b != nil {
		return b
	}
	b := &balances{}
	c.balance(b, p)
	c.owing(b, p)
	c.money.kept[p] = b
	return b
}

// balance adds up what was put in.
func (c *Columns) balance(b *balances, p period) {
	s, row := c.money.spent, 0
	if len(s.ids) == 0 {
		return
	}
	for _, column := range []*[]null.Number{&b.service, &b.fees, &b.effort, &b.lent, &b.late} {
		*column = slices.Repeat([]null.Number{null.None}, c.Len())
	}
	for at, id := range s.ids {
		if row = c.seek(row, id); row == c.Len() {
			break
		}
		if c.accounts[row].ID == id {
			one := s.bill(at, p.last, p.rates)
			b.service[row], b.fees[row], b.effort[row] = one.service(), one.fees(), one.effort()
			b.lent[row], b.late[row] = one.of(lent), one.of(lent+1)
		}
	}
}

// owing averages what was owed.
func (c *Columns) owing(b *balances, p period) {
	if !c.money.claims.settled {
		return
	}
	b.owed = slices.Repeat([]Outstanding{unknownClaims}, c.Len())
	from, to := p.days()
	c.eachClaims(func(row int32, rows []Claim) {
		if len(rows) > 0 {
			b.owed[row] = outstanding(rows, from, to)
		}
	})
}

// days are the first and the last of the twelve months.
func (p period) days() (from, to int32) { return ordinal(p.last-Usual+1, 1), ordinal(p.last+1, 1) - 1 }

// cost is that of a row, None where it is not recorded.
func cost(column []null.Number, row int32) null.Number {
	if column == nil {
		return null.None
	}
	return column[row]
}

// recorded reports whether anything is.
func (b *balances) recorded() bool { return b.owed != nil || b.service != nil }

// owedBy is what an account owed.
func (b *balances) owedBy(row int32) Outstanding {
	if b.owed == nil {
		return unknownClaims
	}
	return b.owed[row]
}

// period is that of a question.
func (e *Evaluated) period() period {
	return period{wholeMonth(e.Ask.AsOf), ratesOf(&e.Setting.Config.Effort)}
}

// costs are what an account brings and costs in twelve whole months.
func (e *Evaluated) costs(row int32, t trend, b *balances) contribution.Costs {
	owed := b.owedBy(row)
	c := contribution.Costs{Gross: t.gross(), Service: cost(b.service, row), Fees: cost(b.fees, row), Within: owed.Within, Overdue: owed.Overdue,
		Lent: cost(b.lent, row), Late: cost(b.late, row)}
	if t.now == 0 && t.cost == 0 && (c.Service.Known() || c.Fees.Known() || c.Within > 0 || c.Overdue > 0) {
		c.Gross = 0 // who bought nothing left nothing, and what was put into it is a loss
	}
	return c
}

// merits are the contributions of all accounts with their grades (method M26),
// and what was put in against what came out (method M31): they are worked out
// when somebody first asks.
type merits struct {
	sync.Once
	contributions []null.Number
	graded        *contribution.Graded
	places        []effort.Place
	portfolio     effort.Portfolio
}

// merits works them out.
func (e *Evaluated) merits() *merits {
	m := &e.merit
	m.Do(func() {
		n, b := e.Len(), e.balances(e.period())
		m.contributions, m.places = make([]null.Number, n), make([]effort.Place, n)
		columns := effort.Columns{Sales: make([]null.Number, n), Profit: make([]null.Number, n), Influence: make([]null.Number, n), Cost: make([]null.Number, n)}
		for row := range int32(n) {
			t, there := e.trend(row, wholeMonth(e.Ask.AsOf), e.Ask.Returns), e.there.Has(row)
			columns.Sales[row], columns.Profit[row], columns.Influence[row], columns.Cost[row] = null.None, null.None, null.None, null.None
			if m.contributions[row] = null.None; !there {
				continue
			}
			costs := e.costs(row, t, b)
			m.contributions[row] = e.Setting.Config.Worth.Of(costs)
			columns.Profit[row], columns.Influence[row], columns.Cost[row] = t.gross(), e.reputation(row), cost(b.effort, row)
			if e.lines[row] > 0 || t.now != 0 {
				columns.Sales[row] = null.Of(t.now)
			}
		}
		m.graded = e.Setting.Config.Worth.Grade(m.contributions)
		m.portfolio = e.Setting.Config.Effort.PlaceAll(columns, m.places)
	})
	return m
}

// explainContribution says what an account contributes, and why.
func (e *Evaluated) explainContribution(row int32) why.Explanation {
	t := e.trend(row, wholeMonth(e.Ask.AsOf), e.Ask.Returns)
	return e.Setting.Config.Worth.Explain(e.merits().graded, int(row), e.costs(row, t, e.balances(e.period())))
}

// explainEffort says whether what is put into an account is worth it, and why.
func (e *Evaluated) explainEffort(row int32) why.Explanation {
	m := e.merits()
	return m.portfolio.Explain(m.places[row])
}

// Part is a step of a contribution: what is added, or taken off.
type Part struct {
	Name   string `json:"name"   enum:"sales,goods,gross,visit,service,freight,expense,material,discount,rebate,promotion,favour,credit_within,credit_overdue,contribution" doc:"Text key behind worth.part_"`
	Kind   string `json:"kind"   enum:"sum,cost" doc:"sum: what is reached here; cost: what is taken off"`
	Amount *int64 `json:"amount" doc:"Minor units; what is taken off is negative. null: no data"`
	Hours  *int64 `json:"hours,omitempty" doc:"In millionths, where hours are in it"`
}

// steps are the parts of a contribution in their order.
type steps struct {
	sales, goods, gross null.Number
	bill                bill
	within, overdue     null.Number
	partly              bool // the cost of some of the goods is not known
}

// Parts are the steps, of which those that are known sum to the contribution.
func (s *steps) Parts(total null.Number) []Part {
	parts := []Part{sumOf("sales", s.sales), costOf("goods", s.goods), sumOf("gross", s.gross)}
	for kind, name := range costKinds[:lent] {
		part := costOf(name, s.bill.of(kind))
		if s.bill.micro[kind] != 0 {
			part.Hours = &s.bill.micro[kind]
		}
		parts = append(parts, part)
	}
	return append(parts, costOf("credit_within", s.within), costOf("credit_overdue", s.overdue), sumOf("contribution", total))
}

func sumOf(name string, n null.Number) Part { return Part{Name: name, Kind: "sum", Amount: minor(n)} }

func costOf(name string, n null.Number) Part {
	return Part{Name: name, Kind: "cost", Amount: minor(-n)}
}

func minor(n null.Number) *int64 {
	if !n.Known() {
		return nil
	}
	v := int64(n)
	return &v
}

// plus adds what is known of another one.
func (s *steps) plus(o *steps) {
	for _, pair := range [][2]*null.Number{{&s.sales, &o.sales}, {&s.goods, &o.goods}, {&s.gross, &o.gross}, {&s.within, &o.within}, {&s.overdue, &o.overdue}} {
		switch {
		case !pair[1].Known():
		case !pair[0].Known():
			*pair[0] = *pair[1]
		default:
			*pair[0] += *pair[1]
		}
	}
	for kind := range kindsOfCost {
		s.bill.money[kind] += o.bill.money[kind]
		s.bill.work[kind] += o.bill.work[kind]
		s.bill.micro[kind] += o.bill.micro[kind]
		s.bill.has[kind] = s.bill.has[kind] || o.bill.has[kind]
	}
}

// stepsOf are those of an account; at is its place among the spendings.
func (e *Evaluated) stepsOf(row int32, at int, p period, b *balances) steps {
	t := e.trend(row, p.last, e.Ask.Returns)
	costs := e.costs(row, t, b)
	s := steps{sales: null.Of(t.now), goods: null.None, gross: costs.Gross, partly: t.partly}
	if s.gross.Known() {
		s.goods = null.Of(t.cost)
	}
	if at >= 0 {
		s.bill = e.money.spent.bill(at, p.last, p.rates)
	}
	s.within, s.overdue = e.Setting.Config.Worth.Credit(costs)
	return s
}

// spentAt is the place of an account among the spendings, −1 for none.
func (s *Spendings) spentAt(id kernel.ID) int {
	at, found := slices.BinarySearchFunc(s.ids, id, kernel.ID.Compare)
	if !found {
		return -1
	}
	return at
}
