package development

import (
	"context"
	"slices"

	stages "erba/analysis/development"
	"erba/analysis/involvement"
	"erba/analysis/null"
	"erba/analysis/square"
	"erba/analysis/supplier"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// mostMeetings is how many meetings a sheet shows.
const mostMeetings = 50

// Sheet is all about the development of one account, as it is now.
func (s *Service) Sheet(ctx context.Context, account kernel.ID) (sheet Sheet, err error) {
	if err := s.require(ctx, account); err != nil {
		return sheet, err
	}
	b, err := s.open(ctx)
	if err != nil {
		return sheet, err
	}
	row := b.Row(account)
	if row < 0 || !b.Sees(row) {
		return sheet, kernel.Missing("db.missing")
	}
	return sheet, s.db.Snapshot(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		tx = identity.Whole(tx)
		if err := s.gather(tx, b, account); err != nil {
			return err
		}
		b.judge(&sheet, row)
		return s.fill(tx, b, &sheet, row)
	})
}

// of is what was last said of a kind about an account.
func (b *book) of(account kernel.ID, kind string) Judgement {
	if j, said := b.said[account][kind]; said {
		return j
	}
	return Judgement{Account: account, Kind: kind, Scores: []int{}}
}

// judge says where the account of a row stands, and where it should go.
func (b *book) judge(sheet *Sheet, row int32) {
	a := b.Account(row)
	state, now := b.state(row), b.standing(row)
	sheet.Account, sheet.Name, sheet.Today, sheet.AsOf = a.ID, a.Name, b.day, b.Ask.AsOf
	sheet.Stage, sheet.Computed, sheet.Override = now.Stage, b.stage.Stage(&state), b.of(a.ID, Override)
	sheet.Interrupted, sheet.Focus = b.broken[a.ID], stages.Focus(now.Stage)
	sheet.Gates, sheet.Why = b.stage.Gates(&state), b.stage.Explain(&state)
	sheet.Supplier, sheet.Involvement = b.rated(a.ID), b.involvement(a.ID)
	sheet.Target, sheet.Open, sheet.Teams = b.of(a.ID, Target), b.of(a.ID, Transparency), b.teams[a.ID]
	sheet.Aim = b.aim(a.ID, now.Stage)
	sheet.Heading, sheet.Warned = heading(sheet.Target, sheet.Aim, b.limit(a.ID))
	sheet.Contacts = Contacts{Since: b.since(), Levels: state.Levels, Departments: state.Departments, Touches: []Touch{}}
}

// limit is the highest stage that the customer's way with suppliers lets expect.
func (b *book) limit(account kernel.ID) int {
	return b.supplier.Limit(supplier.Index(b.of(account, Supplier).numbers()))
}

// aim is the stage that is proposed to an account on a stage.
func (b *book) aim(account kernel.ID, stage int) stages.Aim {
	r := b.involved.Judge(b.of(account, Involvement).numbers())
	return stages.AimOf(stage, r.Low, r.High, b.limit(account))
}

func (b *book) rated(account kernel.ID) Rated {
	j := b.of(account, Supplier)
	answers := filled(j.numbers(), len(supplier.Attributes))
	r := Rated{Judgement: j, Why: b.supplier.Explain(answers)}
	if index := supplier.Index(answers); index.Known() {
		r.Index, r.Class = new(float64(index)), b.supplier.Class(index)
	}
	return r
}

// filled are answers, or as many gaps.
func filled(answers []null.Number, n int) []null.Number {
	if len(answers) == 0 {
		return slices.Repeat([]null.Number{null.None}, n)
	}
	return answers
}

func (b *book) involvement(account kernel.ID) Involved {
	j := b.of(account, Involvement)
	i := Involved{Judgement: j, Result: b.involved.Judge(j.numbers()), Why: b.involved.Explain(j.numbers())}
	if r := b.reached[account]; r != nil && r.departments > 0 {
		i.Departments = involvement.OfDepartments(r.count())
	}
	return i
}

// fill adds what is only asked of one account: its course, its meetings, its paths
// and its contacts.
func (s *Service) fill(tx *db.Tx, b *book, sheet *Sheet, row int32) (err error) {
	if sheet.Course, err = course(tx, sheet.Account); err != nil {
		return err
	}
	recent := slices.DeleteFunc(slices.Clone(sheet.Course), func(one Stand) bool { return one.Since.Compare(b.day.AddMonths(-trendMonths)) <= 0 })
	if sheet.Trend = trend(recent); len(sheet.Course) > 0 {
		sheet.Since = sheet.Course[len(sheet.Course)-1].Since
	}
	if sheet.Meetings, err = meetings(tx, sheet.Account, b.day.AddMonths(-oldest-1)); err != nil {
		return err
	}
	sheet.Meetings = sheet.Meetings[:min(len(sheet.Meetings), mostMeetings)]
	if err := s.squares(tx, b, sheet); err != nil {
		return err
	}
	return s.matrix(tx, b, sheet, row)
}

// squares are both grids, the one in use first.
func (s *Service) squares(tx *db.Tx, b *book, sheet *Sheet) error {
	relations, err := s.history(tx, sheet.Account, Relation)
	if err != nil {
		return err
	}
	surveys, err := s.history(tx, sheet.Account, Survey)
	if err != nil {
		return err
	}
	relation := b.placed(square.Relationship, relationSteps(relations))
	relation.Relation = b.of(sheet.Account, Relation)
	steps := viewSteps(surveys, sheet.Course)
	if n := len(steps); n > 0 {
		steps[n-1].X = sheet.Stage // as we see it today
	}
	views := b.placed(square.Views, steps)
	views.Relation = b.of(sheet.Account, Survey)
	if sheet.Squares = []Square{relation, views}; b.square.Use == square.Views {
		slices.Reverse(sheet.Squares)
	}
	return nil
}

// placed is where the last step of a path stands on a grid.
func (b *book) placed(template string, path []Step) Square {
	one := Square{Template: template, Path: path, Grid: *b.square.Of(template)}
	if len(path) == 0 {
		return one
	}
	at := path[len(path)-1].Point
	if place, err := b.square.Place(at); err == nil {
		one.Place = &place
	}
	if e, err := b.square.Explain(template, at); err == nil {
		one.Why = &e
	}
	return one
}

// matrix are who of us was in touch with whom of them.
func (s *Service) matrix(tx *db.Tx, b *book, sheet *Sheet, row int32) error {
	links, err := s.contacts.Links(tx, sheet.Account, b.since())
	if err != nil {
		return err
	}
	seats, err := s.seats(tx, b, sheet.Account)
	if err != nil {
		return err
	}
	ties := make([]tie, len(links))
	for i, l := range links {
		ties[i] = tie{l.Contact, l.User, l.Count, l.Both, l.Last}
	}
	all, of, err := s.contacts.Parts(tx, sheet.Account, b.since())
	c := &sheet.Contacts
	c.Touches, c.All, c.Through = touches(ties, seats, b.roles), all, of[b.Account(row).Owner]
	c.Shape = b.stage.Shape(c.Through, c.All)
	return err
}
