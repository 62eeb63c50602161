package today

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"erba/analysis/null"
	"erba/kernel"
	"erba/platform/identity"
)

// Wish is how somebody wants to see his day.
type Wish struct {
	Sort string // "": by loss
	Most int    // of each group
}

// looked is how many items of a rule are looked at for one viewer.
const looked = 200

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
