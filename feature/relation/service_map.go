package relation

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"erba/feature/contact"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// read is the map of an account before anything is computed of it.
func (s *Service) read(tx *db.Tx, account kernel.ID) (*board, error) {
	b := &board{Map: Map{Account: account, AsOf: s.today()}, at: map[kernel.ID]int{}}
	people, err := s.contacts.Everybody(tx, account)
	if err != nil {
		return nil, err
	}
	for _, c := range people {
		b.enter(c)
	}
	slices.SortFunc(b.Former, func(a, b Former) int { return b.On.Compare(a.On) })
	rows, err := standing(tx, account)
	if err != nil {
		return nil, err
	}
	if err := b.named(tx, rows); err != nil {
		return nil, err
	}
	for _, j := range rows {
		b.judge(j)
	}
	if b.Lines, err = drawn(tx, account); err != nil {
		return nil, err
	}
	return b, s.around(tx, b)
}

// around adds what others know of the people: where they were dragged, and where else they are.
func (s *Service) around(tx *db.Tx, b *board) error {
	places, err := placesOf(tx, b.Account)
	if err != nil {
		return err
	}
	for _, p := range places {
		if i, is := b.at[p.Contact]; is {
			b.People[i].X, b.People[i].Y = new(p.X), new(p.Y)
		}
	}
	links, err := s.interactions.Links(identity.As(tx, "interaction:read"), b.Account, b.AsOf.AddMonths(-12))
	if err != nil {
		return err
	}
	for _, l := range links {
		if i, is := b.at[l.Contact]; is && l.Last.Compare(b.People[i].Touched) > 0 {
			b.People[i].Touched = l.Last
		}
	}
	twins, err := s.contacts.Same(tx, b.Account)
	for id := range twins {
		if i, is := b.at[id]; is {
			b.People[i].Twins = true
		}
	}
	return err
}

// enter puts a contact on the map.
func (b *board) enter(c contact.Contact) {
	tag := `"` + strconv.FormatInt(c.Version, 10) + `"`
	if !c.Gone.IsZero() {
		b.Former = append(b.Former, Former{c.ID, c.Name, c.Title, c.Gone, tag})
		return
	}
	b.at[c.ID] = len(b.People)
	b.People = append(b.People, Person{ID: c.ID, Name: c.Name, Title: c.Title, Department: c.Department, Reports: c.Reports, Rank: c.Rank,
		Scope: strings.Fields(c.Scope), Etag: tag, Roles: []string{}, Judged: map[string]Judgement{}})
}

// named learns how the users are called whom judgements name.
func (b *board) named(tx *db.Tx, rows []judged) (err error) {
	var ids []kernel.ID
	for _, j := range rows {
		ids = append(ids, j.By)
		if j.Field == Partner {
			id, _ := kernel.ParseID(j.Value)
			ids = append(ids, id)
		}
	}
	b.names, err = namesOf(tx, ids)
	return err
}

// judge puts a judgement to the person that it is about.
func (b *board) judge(j judged) {
	i, is := b.at[j.Contact]
	if !is || j.Value == "" {
		return
	}
	p := &b.People[i]
	p.set(j.Field, j.Value)
	if j.Field == Partner {
		p.Counterpart.Name = b.names[p.Counterpart.User]
	}
	stale := j.Until.Compare(b.AsOf) < 0
	p.Stale = p.Stale || stale
	p.Judged[j.Field] = Judgement{By: j.By, Name: b.names[j.By], On: j.On, Until: j.Until, Evidence: j.Evidence, Source: j.Source, Stale: stale, Answers: answersOf(j.Answers)}
}

// past is how the map was at the end of the last quarter.
func (s *Service) past(tx *db.Tx, account kernel.ID, c settings) (*Past, error) {
	on := quarter(s.today()).Add(-1)
	b, err := s.as(tx, account, on)
	if err != nil || len(b.People) == 0 {
		return nil, err
	}
	return &Past{on, c.cfg.Metrics(c.layers, b.seen())}, nil
}

// as are the people whom somebody had judged on a day, with what he said.
func (s *Service) as(tx *db.Tx, account kernel.ID, on kernel.Date) (*board, error) {
	rows, err := known(tx, account, on)
	b := &board{Map: Map{Account: account, AsOf: on}, at: map[kernel.ID]int{}}
	for _, j := range rows {
		b.meet(j)
	}
	return b, err
}

// meet puts somebody on the map of a day by what was said of him.
func (b *board) meet(j judged) {
	if _, met := b.at[j.Contact]; !met && j.Value != "" {
		b.enter(contact.Contact{ID: j.Contact})
	}
	b.judge(j)
}

// quarter is the first day of the quarter of a day.
func quarter(day kernel.Date) kernel.Date {
	year, month, _ := day.Parts()
	return kernel.On(year, month-(month-1)%3, 1)
}

// byWeight puts the people with the most to say first.
func byWeight(a, b Person) int {
	return cmp.Or(cmp.Compare(b.Power, a.Power), cmp.Compare(b.Rank, a.Rank), cmp.Compare(a.Name, b.Name))
}
