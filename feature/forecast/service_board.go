package forecast

import (
	"cmp"
	"slices"

	rules "erba/analysis/forecast"
	"erba/analysis/null"
	"erba/analysis/target"
	"erba/feature/goal"
	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/db"
)

// leader is who leads deals: a user, or a name where he is none.
type leader struct {
	user kernel.ID
	name string
}

// maker puts a board together, deal by deal.
type maker struct {
	Board
	s      *Service
	cfg    rules.Config
	owner  kernel.ID // empty: everybody
	wanted goal.Goals
	past   *past
	was    map[kernel.ID]*stood
	parts  map[kernel.ID][]opportunity.Split
	people map[leader]*Person
	steps  map[step]*Stage
	moved  []Change
	year   map[leader]int64 // what open deals hold that are expected in the year
	before int64            // what the deals of the period held when it was last written down
}

func newMaker(s *Service, owner kernel.ID, b Board) *maker {
	b.Total.Sums, b.People, b.Stages, b.Accuracy, b.Deals = rules.None(), []Person{}, []Stage{}, []Accuracy{}, []Line{}
	return &maker{Board: b, s: s, owner: owner, people: map[leader]*Person{}, steps: map[step]*Stage{}, year: map[leader]int64{}}
}

// make reads all that a board is made of.
func (m *maker) make(tx *db.Tx) (err error) {
	if m.Board.Config, err = m.s.settings(tx); err != nil {
		return err
	}
	m.cfg = m.Board.Config
	if m.Currency, err = m.s.ledger.Currency(tx); err != nil {
		return err
	}
	if m.parts, err = m.s.deals.Splits(tx); err != nil {
		return err
	}
	since, err := m.last(tx)
	if err != nil {
		return err
	}
	if err := m.deals(tx); err != nil {
		return err
	}
	if err := m.ladder(tx); err != nil {
		return err
	}
	if m.Accuracy, err = m.s.accuracy(tx, m.Period, m.owner); err != nil {
		return err
	}
	m.finish(since)
	return nil
}

// last reads how deals stood when they were last written down before today.
func (m *maker) last(tx *db.Tx) (since kernel.Date, err error) {
	taken, err := days(tx, m.AsOf.Add(-2*week), m.AsOf.Add(-1))
	if err != nil || len(taken) == 0 {
		return since, err
	}
	since = taken[len(taken)-1]
	if before := slices.IndexFunc(taken, func(day kernel.Date) bool { return m.AsOf.Days(day) <= week }); before >= 0 {
		since = taken[before] // a week ago, or as little less as there is
	}
	m.was, err = on(tx, since)
	return since, err
}

// take counts a deal in, whatever became of it.
func (m *maker) take(d opportunity.Deal) {
	if !m.mine(d) {
		return
	}
	m.compare(d)
	switch d.State {
	case opportunity.Won:
		if m.Period.Holds(d.Closed) {
			m.won(d)
		}
	case opportunity.Going:
		m.open(d)
	}
}

// mine reports whether a deal is one of those that are asked for: somebody has a
// part of it.
func (m *maker) mine(d opportunity.Deal) bool {
	return m.owner.IsZero() || d.Owner == m.owner || slices.ContainsFunc(m.parts[d.ID], func(s opportunity.Split) bool { return s.User == m.owner })
}

func (m *maker) compare(d opportunity.Deal) {
	was := m.was[d.ID]
	if was != nil && m.Period.Holds(was.Expected) {
		m.before += was.Amount
	}
	if m.was != nil {
		m.moved = append(m.moved, compare(m.Period, was, d)...)
	}
}

// part is what somebody has of a deal.
type part struct {
	leader
	amount   int64
	weighted int64
}

// shares are the parts of a deal, which sum up to it; of one person alone where one
// is asked for.
func (m *maker) shares(d opportunity.Deal) []part {
	splits, amount := m.parts[d.ID], amountOf(d)
	weighted := kernel.Percent(amount, d.Percent)
	if len(splits) == 0 {
		return []part{{leaderOf(d), amount, weighted}}
	}
	weights := make([]int64, len(splits))
	for i, s := range splits {
		weights[i] = int64(s.Percent)
	}
	amounts, likely := target.Spread(amount, weights, 1), target.Spread(weighted, weights, 1)
	all := make([]part, 0, len(splits))
	for i, s := range splits {
		if m.owner.IsZero() || s.User == m.owner {
			all = append(all, part{leader{user: s.User}, amounts[i], likely[i]})
		}
	}
	return all
}

func leaderOf(d opportunity.Deal) leader {
	if d.Owner.IsZero() {
		return leader{name: d.OwnerName}
	}
	return leader{user: d.Owner}
}

func (m *maker) person(l leader) *Person {
	p := m.people[l]
	if p == nil {
		p = &Person{Owner: l.user, Name: l.name, Outlook: Outlook{Sums: rules.None()}}
		m.people[l] = p
	}
	return p
}

func (m *maker) won(d opportunity.Deal) {
	m.Total.Wins++
	for _, part := range m.shares(d) {
		p := m.person(part.leader)
		p.Won, p.Wins = p.Won+part.amount, p.Wins+1
	}
}

// open counts a deal in that is worked on.
func (m *maker) open(d opportunity.Deal) {
	m.count(d)
	looked := rules.Deal{Category: d.Category, Rate: m.past.rate(d.Process, d.Stage), InTime: m.past.inTime(d.Opened, m.Period.Until)}
	yearEnd := yearOf(m.Period)
	for _, part := range m.shares(d) {
		p := m.person(part.leader)
		looked.Amount, looked.Weighted = part.amount, part.weighted
		p.Judge(looked)
		if m.Period.Holds(d.Expected) {
			p.Add(looked)
		}
		if !d.Expected.IsZero() && d.Expected.Compare(m.AsOf) >= 0 && d.Expected.Compare(yearEnd) <= 0 {
			m.year[part.leader] += part.amount
		}
	}
	if m.Period.Holds(d.Expected) {
		m.Total.Count++
		m.Deals = append(m.Deals, line(d, amountOf(d)))
	}
}

// count notes what keeps a deal out of every period.
func (m *maker) count(d opportunity.Deal) {
	switch {
	case d.Expected.IsZero():
		m.Undated++
	case d.Expected.Compare(m.AsOf) < 0:
		m.Passed++
	}
	if d.Amount == nil {
		m.Unknown++
	}
	at := step{d.Process, d.Stage}
	if m.steps[at] == nil {
		m.steps[at] = &Stage{}
	}
	m.steps[at].Count++
	m.steps[at].Amount += amountOf(d)
}

// yearOf is the last day of the year in which a period ends.
func yearOf(p Period) kernel.Date {
	year, _, _ := p.Until.Parts()
	return kernel.On(year, 12, 31)
}

// ladder puts the steps in their order, with what is known of each.
func (m *maker) ladder(tx *db.Tx) error {
	cfg, err := m.s.deals.Config(tx)
	if err != nil {
		return err
	}
	for _, p := range cfg.Processes {
		for _, s := range p.Stages {
			held, rate := m.steps[step{p.Key, s.Key}], m.past.rate(p.Key, s.Key)
			if held == nil {
				held = &Stage{}
			}
			if held.Count == 0 && rate.Of == 0 {
				continue
			}
			percent := null.Of(s.Percent) / 100
			m.Stages = append(m.Stages, Stage{p.Key, s.Key, s.Zh, s.En, s.Percent, held.Count, held.Amount, rate,
				rate.Mean.Known() && (percent < rate.Low || percent > rate.High)})
		}
	}
	return nil
}

// finish sums people up and puts everything in its order.
func (m *maker) finish(since kernel.Date) {
	for _, p := range m.people {
		m.Total.merge(p.Outlook)
		m.People = append(m.People, *p)
	}
	m.goals()
	slices.SortFunc(m.People, func(a, b Person) int {
		return cmp.Or(cmp.Compare(b.Won+b.Weighted, a.Won+a.Weighted), a.Owner.Compare(b.Owner), cmp.Compare(a.Name, b.Name))
	})
	m.Cycle = Cycle{m.past.cycle, m.past.cycle.Median()}
	now := int64(0)
	for _, d := range m.Deals {
		now += d.Amount
	}
	m.Changes = sum(since, m.moved, m.before, now)
	m.mark()
	slices.SortFunc(m.Deals, func(a, b Line) int { return cmp.Or(cmp.Compare(b.Amount, a.Amount), a.ID.Compare(b.ID)) })
}

// mark says of every deal what happened to it since.
func (m *maker) mark() {
	what := map[kernel.ID]string{}
	for _, c := range m.moved {
		what[c.Deal] = c.Kind
	}
	for i := range m.Deals {
		m.Deals[i].Change = what[m.Deals[i].ID]
	}
}

// merge takes somebody's outlook into that of all. How many deals there are is
// counted once, however many share one.
func (o *Outlook) merge(p Outlook) {
	o.Won += p.Won
	o.Total, o.Weighted, o.Commit, o.Best, o.Pipeline = o.Total+p.Total, o.Weighted+p.Weighted, o.Commit+p.Commit, o.Best+p.Best, o.Pipeline+p.Pipeline
	if p.Judged == 0 {
		return
	}
	if o.Judged == 0 {
		o.History, o.Low, o.High = 0, 0, 0
	}
	o.History, o.Low, o.High, o.Judged = o.History+p.History, o.Low+p.Low, o.High+p.High, o.Judged+p.Judged
}

func line(d opportunity.Deal, amount int64) Line {
	return Line{ID: d.ID, Code: d.Code, Name: d.Name, Account: d.Account, Owner: d.Owner, Who: d.OwnerName, Process: d.Process, Stage: d.Stage,
		Percent: d.Percent, Category: d.Category, Amount: amount, Expected: d.Expected, Slips: d.Slips, Version: d.Version}
}
