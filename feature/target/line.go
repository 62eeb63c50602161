package target

import (
	"cmp"
	"slices"

	"erba/kernel"
)

// Member is somebody who works here.
type Member struct {
	ID, Boss kernel.ID
	Name     string
	Active   bool
	Sells    bool // he has a role in which one has targets
}

// Line is who reports to whom.
type Line struct {
	all   []Member
	at    map[kernel.ID]int
	below map[kernel.ID][]int // direct reports, by name
}

// LineOf puts everybody under his boss.
func LineOf(all []Member) *Line {
	slices.SortStableFunc(all, func(a, b Member) int { return cmp.Or(cmp.Compare(a.Name, b.Name), a.ID.Compare(b.ID)) })
	l := &Line{all, make(map[kernel.ID]int, len(all)), map[kernel.ID][]int{}}
	for i, m := range all {
		l.at[m.ID] = i
	}
	for i, m := range all {
		if _, known := l.at[m.Boss]; known {
			l.below[m.Boss] = append(l.below[m.Boss], i)
		}
	}
	return l
}

// Find is somebody; false: there is nobody of that ID.
func (l *Line) Find(id kernel.ID) (Member, bool) {
	i, known := l.at[id]
	if !known {
		return Member{}, false
	}
	return l.all[i], true
}

// Below are those who report to somebody, through however many others, himself
// first, everybody before those who report to him.
func (l *Line) Below(id kernel.ID) (all []kernel.ID) {
	seen := map[kernel.ID]bool{}
	var walk func(kernel.ID)
	walk = func(one kernel.ID) {
		if seen[one] {
			return
		}
		seen[one] = true
		all = append(all, one)
		for _, i := range l.below[one] {
			walk(l.all[i].ID)
		}
	}
	walk(id)
	return all
}

// Leads reports whether anybody who can have a target reports to somebody.
func (l *Line) Leads(id kernel.ID) bool {
	return slices.ContainsFunc(l.Below(id)[1:], func(one kernel.ID) bool { m, _ := l.Find(one); return m.Sells })
}

// Tops are those who report to nobody among some people, in the order of names.
func (l *Line) Tops(among map[kernel.ID]bool) (tops []kernel.ID) {
	for _, m := range l.all {
		if among[m.ID] && !l.under(m.Boss, among) {
			tops = append(tops, m.ID)
		}
	}
	return tops
}

// under reports whether somebody, or anybody above him, is among some people.
func (l *Line) under(id kernel.ID, among map[kernel.ID]bool) bool {
	for range l.all {
		m, known := l.Find(id)
		if !known {
			return false
		}
		if among[id] {
			return true
		}
		id = m.Boss
	}
	return false
}

// Direct are those who report to somebody without anybody between.
func (l *Line) Direct(id kernel.ID) (all []Member) {
	for _, i := range l.below[id] {
		all = append(all, l.all[i])
	}
	return all
}
