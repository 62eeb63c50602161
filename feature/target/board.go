package target

import (
	"cmp"
	"slices"

	rules "erba/analysis/goal"
	"erba/analysis/null"
	"erba/analysis/target"
	"erba/analysis/why"
	"erba/kernel"
)

// Done is what somebody has sold or collected.
type Done struct {
	Actual Months // of the year, up to the day
	Before Months // of the year before
	SoFar  int64  // of the year before, up to the same point
}

func (d Done) plus(o Done) Done {
	return Done{d.Actual.plus(o.Actual), d.Before.plus(o.Before), d.SoFar + o.SoFar}
}

// Row is somebody with his target and how far he is.
type Row struct {
	Kind       string       `json:"kind" enum:"person,team,product"`
	User       kernel.ID    `json:"user,omitzero" doc:"Whose it is, or who leads the team"`
	Name       string       `json:"name"`
	Boss       kernel.ID    `json:"boss,omitzero"`
	Line       string       `json:"line,omitempty" doc:"Of products"`
	Depth      int          `json:"depth" doc:"How far below the first row he works"`
	Left       bool         `json:"left"  doc:"He has left: somebody should take his target over"`
	Version    int64        `json:"version" doc:"Of the target; 0: nobody has set one"`
	Target     Months       `json:"target"`
	Actual     Months       `json:"actual" doc:"Up to the day of the board"`
	Before     Months       `json:"before" doc:"Of the year before"`
	Open       *Months      `json:"open,omitempty" doc:"Of a team: what none of its people has of it; below zero where they have more. Absent: no team, or no target"`
	Wanted     int64        `json:"wanted" doc:"Of the year"`
	Due        int64        `json:"due"    doc:"Up to the day: the months that are over, and of this one the workdays that are"`
	Sold       int64        `json:"sold"   doc:"Up to the day"`
	Attainment *float64     `json:"attainment" doc:"Sold of what is due; null: nothing is due"`
	Yearly     *float64     `json:"yearly"     doc:"Sold of what is wanted of the year"`
	Colour     rules.Colour `json:"colour" enum:",green,yellow,red"`
	Place      int          `json:"place,omitempty" doc:"Among all people with a target, by attainment; absent: none"`
	Forecast   *int64       `json:"forecast" doc:"Of the year; null: nothing can be said yet"`
	Way        target.Way   `json:"way" enum:"over,season,workdays,early,ahead" doc:"How it was foretold"`
	Gap        *int64       `json:"gap" doc:"Forecast less what is wanted"`
	done       Done
}

// year is by what rows are judged.
type year struct {
	calendar Calendar
	asOf     kernel.Date
	whole    bool // the year before is known from its first day on
	colours  rules.Config
}

// passed are the workdays of the year that have passed, and all of them.
func (y *year) passed() (elapsed, all int) {
	days := y.calendar.Days()
	if now, begun := days.until(y.asOf); begun {
		elapsed = now.workdays()
	}
	return elapsed, days.workdays()
}

// due is what of a target should have been reached by the day.
func (y *year) due(m Months) (sum int64) {
	for i, month := range y.calendar.Months {
		if now, begun := month.until(y.asOf); begun {
			sum += target.Part(m[i], now.workdays(), month.workdays())
		}
	}
	return sum
}

func (y *year) course(d Done) target.Course {
	c := target.Course{Actual: d.Actual.Sum(), Before: d.Before.Sum(), SoFar: d.SoFar, Whole: y.whole}
	c.Elapsed, c.Workdays = y.passed()
	return c
}

// judge fills in how far a row is.
func (y *year) judge(r *Row) {
	r.Actual, r.Before, r.Sold = r.done.Actual, r.done.Before, r.done.Actual.Sum()
	r.Wanted, r.Due = r.Target.Sum(), y.due(r.Target)
	attained := null.Ratio(null.Of(r.Sold), null.Of(r.Due)).Steady()
	r.Attainment, r.Yearly = known(attained), known(null.Ratio(null.Of(r.Sold), null.Of(r.Wanted)))
	r.Colour = y.colours.Colour(attained)
	value, way, foretold := y.course(r.done).Forecast()
	if r.Way = way; foretold {
		if r.Forecast = &value; r.Wanted > 0 {
			r.Gap = new(value - r.Wanted)
		}
	}
}

func known(n null.Number) *float64 {
	if !n.Known() {
		return nil
	}
	return new(float64(n))
}

// explain says how a row's colour and forecast came about.
func (y *year) explain(r *Row) why.Explanation {
	c := y.course(r.done)
	e := why.Explanation{Model: "M66", Result: "target.no_colour", Rule: "target.rule_" + string(r.Way), Inputs: []why.Figure{
		why.Known("target.sold", why.Amount, r.Sold), why.Known("target.due", why.Amount, r.Due), why.Known("target.wanted", why.Amount, r.Wanted),
		figure("target.attainment", r.Attainment), why.Known("target.elapsed", why.Days, c.Elapsed), why.Known("target.workdays", why.Days, c.Workdays)},
		Cuts: []why.Figure{why.Known("target.attainment", why.Share, y.colours.Green), why.Known("target.attainment", why.Share, y.colours.Yellow)}, Changes: []why.Change{}}
	if r.Colour != "" {
		e.Result = "target.colour_" + string(r.Colour)
	}
	if r.Way == target.Season {
		e.Inputs = append(e.Inputs, why.Known("target.before", why.Amount, c.Before), why.Known("target.so_far", why.Amount, c.SoFar))
	}
	if r.Forecast != nil {
		e.Inputs = append(e.Inputs, why.Known("target.forecast", why.Amount, *r.Forecast))
	}
	if r.Colour != "" && r.Colour != rules.Green {
		e.Changes = append(e.Changes, why.Instead("target.sold", why.Amount, r.Sold, int64(float64(r.Due)*y.colours.Green+0.5), "target.colour_green"))
	}
	return e
}

func figure(key string, v *float64) why.Figure {
	if v == nil {
		return why.Unknown(key, why.Share)
	}
	return why.Known(key, why.Share, *v)
}

// Place is where somebody stands, without what the others do.
type Place struct {
	Place int `json:"place"`
	Of    int `json:"of"`
}

// Board is what people are to do and have done in a year.
type Board struct {
	Year     int64       `json:"year"`
	Measure  string      `json:"measure" enum:"sales,collection"`
	Calendar Calendar    `json:"calendar"`
	AsOf     kernel.Date `json:"as_of"`
	Month    int         `json:"month" doc:"The fiscal month of that day, 1–12; 0: the year has not begun, 13: it is over"`
	Currency string      `json:"currency"`
	Scope    string      `json:"scope" enum:"all,line,own" doc:"Whom the viewer sees"`
	Me       kernel.ID   `json:"me"`
	May      bool        `json:"may"   doc:"The viewer may set targets"`
	Rows     []Row       `json:"rows"  doc:"Everybody before those who report to him; a team before its people"`
	Mine     *Place      `json:"mine"  doc:"The viewer's own place; null: he has no target"`
	Of       int         `json:"of"    doc:"How many people have a place"`
}

// holding finds targets by whose they are.
type holding map[holder]Target

func (h holding) row(one holder) Row {
	t := h[one]
	return Row{Kind: one.kind, User: one.user, Line: one.line, Version: t.Version, Target: t.Months}
}

// people are the rows of everybody among some people, from the tops down. A team is
// told to who sees all of it: what is not his to see follows from a sum.
func (h holding) people(l *Line, among map[kernel.ID]bool, done map[kernel.ID]Done) (rows []Row) {
	var walk func(id kernel.ID, depth int)
	walk = func(id kernel.ID, depth int) {
		m, _ := l.Find(id)
		own, leads, below := h.row(holder{Person, "", id}), l.Leads(id), l.Below(id)
		own.done = done[id]
		own.name(m, depth)
		whole := !slices.ContainsFunc(below, func(one kernel.ID) bool { return !among[one] })
		if team := h.row(holder{Team, "", id}); whole && (leads || team.Version > 0) {
			for _, one := range below {
				team.done = team.done.plus(done[one])
			}
			team.name(m, depth)
			team.Open = h.open(l, id)
			rows = append(rows, team)
			depth++
			own.Depth = depth
		}
		if own.Version > 0 || own.done != (Done{}) || m.Active && m.Sells && !leads {
			rows = append(rows, own)
		}
		for _, d := range l.Direct(id) {
			if among[d.ID] {
				walk(d.ID, depth)
			}
		}
	}
	for _, top := range l.Tops(among) {
		walk(top, 0)
	}
	return rows
}

func (r *Row) name(m Member, depth int) {
	r.Name, r.Boss, r.Left, r.Depth = m.Name, m.Boss, !m.Active, depth
}

// open is what of a team's target none of its people has; nil without one.
func (h holding) open(l *Line, id kernel.ID) *Months {
	t, set := h[holder{Team, "", id}]
	if !set {
		return nil
	}
	left := t.Months.minus(h[holder{Person, "", id}].Months)
	for _, d := range l.Direct(id) {
		left = left.minus(h.given(l, d.ID))
	}
	return &left
}

// given is what somebody and all below him have of the target of their boss: that
// of his team or, where it has none, those of its people.
func (h holding) given(l *Line, id kernel.ID) Months {
	if t, set := h[holder{Team, "", id}]; set {
		return t.Months
	}
	sum := h[holder{Person, "", id}].Months
	for _, d := range l.Direct(id) {
		sum = sum.plus(h.given(l, d.ID))
	}
	return sum
}

// places puts all people with something due in the order of their attainment;
// equals share a place.
func places(rows []Row) (place map[kernel.ID]int, of int) {
	var all []*Row
	for i := range rows {
		if r := &rows[i]; r.Kind == Person && r.Attainment != nil && !r.Left {
			all = append(all, r)
		}
	}
	slices.SortStableFunc(all, func(a, b *Row) int { return cmp.Compare(*b.Attainment, *a.Attainment) })
	place = map[kernel.ID]int{}
	for i, r := range all {
		if place[r.User] = i + 1; i > 0 && *all[i-1].Attainment == *r.Attainment {
			place[r.User] = place[all[i-1].User]
		}
	}
	return place, len(all)
}
