package today

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"erba/analysis/null"
	"erba/analysis/urgency"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Wish is how somebody wants to see his day.
type Wish struct {
	Sort string // "": by loss
	Most int    // of each group
}

// looked is how many items of a rule are looked at for one viewer.
const looked = 200

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

// Day is what the viewer of ctx has to do.
func (s *Service) Day(ctx context.Context, w Wish) (Day, error) {
	d, err := s.desk(ctx)
	if err != nil {
		return Day{}, err
	}
	d.Sort = cmp.Or(w.Sort, ByLoss)
	for i := range s.rules {
		if err := s.ask(ctx, d, &s.rules[i]); err != nil {
			return Day{}, err
		}
	}
	d.arrange(d.tasks, w.Most)
	return d.Day, nil
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

// ask has a rule offer what it has, as far as the viewer holds its grant.
func (s *Service) ask(ctx context.Context, d *desk, r *Rule) error {
	setting := d.config.Of(r.Usual)
	if !setting.On || !d.viewer.May(r.Grant) {
		return nil
	}
	ctx = identity.Under(ctx, r.Grant)
	if r.Revision != nil {
		return s.askCommon(ctx, d, r, setting)
	}
	items, err := r.Find(ctx, Ask{d.viewer.ID, d.On, looked})
	if err != nil {
		return err
	}
	d.Capped = d.Capped || len(items) >= looked
	for _, i := range items {
		row := int32(-1)
		if !i.Account.IsZero() {
			if row = d.row(i.Account); row < 0 {
				continue // out of sight, whatever the rule says
			}
		}
		d.take(r, setting, i, row)
	}
	return nil
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

// askCommon takes the viewer's part of what a rule has found for everybody.
func (s *Service) askCommon(ctx context.Context, d *desk, r *Rule, setting Setting) error {
	if d.facts == nil {
		return nil
	}
	found, err := s.shared(ctx, r, d.facts, d.On)
	if err != nil {
		return err
	}
	items, rows := found.items, found.rows
	var those []int32
	for _, some := range d.concerned(r, found) {
		for _, i := range some {
			if row := rows[i]; row >= 0 && d.facts.Sees(row) && d.concerns(r, &items[i], row, setting) {
				those = append(those, i)
			}
		}
	}
	ids := make([]kernel.ID, len(those))
	for n, i := range those {
		ids[n] = items[i].Account
	}
	may, err := s.users.Among(ctx, r.Grant, ids)
	if err != nil {
		return err
	}
	for _, i := range those {
		if may[items[i].Account] {
			d.take(r, setting, items[i], rows[i])
		}
	}
	return nil
}

// concerned are the items of a common rule that could concern the viewer: those
// that he or his people are to do or, of who is told of all, all.
func (d *desk) concerned(r *Rule, found finding) (some [][]int32) {
	if d.told(r) {
		return slices.Collect(maps.Values(found.by))
	}
	for _, whose := range []map[kernel.ID]bool{d.mine, d.led} {
		for id, is := range whose {
			if is {
				some = append(some, found.by[id])
			}
		}
	}
	return some
}

// told reports whether the viewer is told of everything that a rule finds.
func (d *desk) told(r *Rule) bool {
	return r.Staff != "" && d.staff && d.viewer.May(r.Staff) && d.viewer.For(r.Grant).SeesAll()
}

// doer is who is to do an item.
func (d *desk) doer(i *Item, row int32) kernel.ID {
	if i.User.IsZero() && row >= 0 {
		return d.facts.Account(row).Owner
	}
	return i.User
}

// concerns reports whether the viewer is told of an item: because he is to do it
// or, some days after it should have been done, because he leads who is. Who leads
// through others is told of important accounts only, and later.
func (d *desk) concerns(r *Rule, i *Item, row int32, s Setting) bool {
	doer := d.doer(i, row)
	if d.mine[doer] || d.told(r) {
		return true
	}
	if !d.led[doer] || s.Lead == Never || i.Due.IsZero() {
		return false
	}
	late := d.On.Days(i.Due)
	if d.direct[doer] {
		return late >= s.Lead
	}
	return late >= 2*s.Lead && row >= 0 && important[d.tierOf(row)]
}

// important are the tiers of the accounts of which superiors further up are told.
var important = map[string]bool{"MAJOR": true, "NAMED": true}

func (d *desk) tierOf(row int32) string {
	if d.tier < 0 {
		return ""
	}
	return d.facts.Text(d.tier, row)
}

// take puts an item into its group, if it concerns the viewer and he has not said
// that he knows.
func (d *desk) take(r *Rule, s Setting, i Item, row int32) {
	if !d.concerns(r, &i, row, s) {
		return
	}
	if d.marks.hide(name{r.Name, i.Account, i.Subject}, i.Due, d.On) {
		d.Hidden++
		return
	}
	sales := null.None
	if row >= 0 && d.sales >= 0 {
		sales = d.facts.Number(d.sales, row)
	}
	thing := weigh(i, s, sales)
	t := d.task(r, i, thing)
	if row >= 0 {
		a := d.facts.Account(row)
		t.Code, t.Name, t.Tier, t.sort = a.Code, a.Name, d.tierOf(row), a.SortKey
	}
	if doer := d.doer(&i, row); !d.mine[doer] {
		t.User = doer
		d.Others++
	}
	t.Why = d.config.Explain(thing, s, d.On)
	group := d.config.Group(thing, s, d.On)
	d.tasks[group] = append(d.tasks[group], t)
}
