package today

import (
	"context"
	"maps"
	"slices"

	"erba/analysis/urgency"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// desk is a viewer at work on a day: what he answers for, and what he has said.
type desk struct {
	Day
	viewer identity.Viewer
	config urgency.Config
	facts  *portfolio.Facts // nil: he sees no accounts
	sales  int              // the field, −1 where he may not read it
	tier   int
	mine   map[kernel.ID]bool // whose work is his: his own, and of those for whom he stands in
	led    map[kernel.ID]bool // who reports to him, through however many others
	direct map[kernel.ID]bool // and without any others
	rows   []int32            // of the accounts for which he answers
	staff  bool               // there are none
	marks  marks
	tasks  map[string][]Task
}

// desk is that of the viewer of ctx.
func (s *Service) desk(ctx context.Context) (d *desk, err error) {
	viewer, _ := identity.From(ctx)
	d = &desk{Day: Day{On: s.today(), Groups: []Group{}}, viewer: viewer, tasks: map[string][]Task{}, sales: -1, tier: -1,
		mine: map[kernel.ID]bool{viewer.ID: true}, led: map[kernel.ID]bool{}, direct: map[kernel.ID]bool{}}
	for _, other := range viewer.StandsInFor() {
		d.mine[other] = true
	}
	if viewer.May(seeing) {
		if d.facts, err = s.portfolio.Facts(ctx, kernel.Date{}); err != nil {
			return nil, err
		}
		d.AsOf, d.Currency = d.facts.Ask.AsOf, d.facts.Currency
		for i, field := range d.facts.Fields() {
			switch field.Name {
			case "sales":
				d.sales = i
			case "tier":
				d.tier = i
			}
		}
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if d.config, d.Config, err = method.Setting[urgency.Config](s.methods, tx, Method); err != nil {
			return err
		}
		if d.marks, err = marksOf(tx, viewer.ID, d.On); err != nil {
			return err
		}
		led, err := identity.Led(tx, viewer.ID)
		for _, id := range led {
			d.led[id] = !d.mine[id]
		}
		return err
	})
	if err == nil {
		err = s.directs(ctx, d)
	}
	d.rows = s.own(d)
	d.Accounts, d.staff = len(d.rows), len(d.rows) == 0
	return d, err
}

// seeing is the grant to see any.
const seeing = "account:read"

// directs finds who reports to the viewer without others between.
func (s *Service) directs(ctx context.Context, d *desk) error {
	if !slices.ContainsFunc(slices.Collect(maps.Values(d.led)), func(other bool) bool { return other }) {
		return nil
	}
	all, err := s.users.Users(ctx)
	for _, u := range all {
		if d.mine[u.Boss] {
			d.direct[u.ID] = true
		}
	}
	return err
}

// own are the rows of the accounts for which the viewer answers: his own and, of
// who leads, those of his people.
func (s *Service) own(d *desk) (rows []int32) {
	if d.facts == nil {
		return nil
	}
	by := s.ownedIn(d.facts.Columns)
	for _, whose := range []map[kernel.ID]bool{d.mine, d.led} {
		for id, is := range whose {
			if !is {
				continue
			}
			for _, row := range by[id] {
				if d.facts.Sees(row) {
					rows = append(rows, row)
				}
			}
		}
	}
	return rows
}

// row is where an account in sight stands, −1 of any other.
func (d *desk) row(account kernel.ID) int32 {
	if d.facts == nil {
		return -1
	}
	if row := d.facts.Row(account); row >= 0 && d.facts.Sees(row) {
		return row
	}
	return -1
}

func (d *desk) tierOf(row int32) string {
	if d.tier < 0 {
		return ""
	}
	return d.facts.Text(d.tier, row)
}
