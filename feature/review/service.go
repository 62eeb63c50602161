package review

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"erba/feature/commitment"
	"erba/feature/interaction"
	"erba/feature/notice"
	"erba/feature/plan"
	"erba/feature/visit"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Service keeps monthly reviews.
type Service struct {
	db           *db.DB
	users        *identity.Service
	interactions *interaction.Service
	plans        *plan.Service
	commitments  *commitment.Service
	visits       *visit.Service
	notices      *notice.Service
	today        func() kernel.Date
}

// NewService returns the service of reviews.
func NewService(d *db.DB, users *identity.Service, i *interaction.Service, p *plan.Service, c *commitment.Service, v *visit.Service, n *notice.Service) *Service {
	n.Kind(notice.Kind{Key: due, Name: "review.kind_due", Mail: true})
	return &Service{d, users, i, p, c, v, n, kernel.Today}
}

// Sheet is a month of everybody whom the viewer leads, and his own. The figures are
// of all that somebody did, also at accounts which are another's by now.
func (s *Service) Sheet(ctx context.Context, month kernel.Date) (sheet Sheet, err error) {
	if month.IsZero() {
		month = s.today()
	}
	month = month.Month()
	if err := check(month, s.today()); err != nil {
		return sheet, err
	}
	people, err := s.people(ctx)
	if err != nil {
		return sheet, err
	}
	err = s.db.Snapshot(ctx, func(tx *db.Tx) error {
		sheet, err = s.sheet(tx, month, people)
		return err
	})
	return sheet, err
}

// people are those with a review whom the viewer leads, and himself.
func (s *Service) people(ctx context.Context) (led []identity.User, err error) {
	viewer, _ := identity.From(ctx)
	all, err := s.users.Users(ctx)
	if err != nil {
		return nil, err
	}
	var mine []kernel.ID
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		mine, err = identity.Led(tx, viewer.ID)
		return err
	})
	for _, u := range all {
		if u.Active && s.users.Opens(u.Roles, "review:own") != 0 && (u.ID == viewer.ID || viewer.SeesAll() || leads(viewer) && slices.Contains(mine, u.ID)) {
			led = append(led, u)
		}
	}
	slices.SortFunc(led, func(a, b identity.User) int { return cmp.Or(cmp.Compare(a.Name, b.Name), a.ID.Compare(b.ID)) })
	return led, err
}

// leads reports whether the viewer reads the reviews of his line.
func leads(viewer identity.Viewer) bool { return viewer.May("review:sign") }

// sheet is a month of some people.
func (s *Service) sheet(tx *db.Tx, month kernel.Date, people []identity.User) (Sheet, error) {
	viewer, _ := identity.From(tx.Context())
	sheet := Sheet{Month: month, Lines: []Line{}}
	sheet.Until, sheet.Over = last(month, s.today())
	m, err := s.month(identity.Whole(tx), &sheet)
	if err != nil {
		return sheet, err
	}
	said, err := reviews(tx, month)
	if err != nil {
		return sheet, err
	}
	for _, u := range people {
		line := Line{Review: said[u.ID], Name: cmp.Or(u.Name, u.Login), Own: u.ID == viewer.ID}
		line.User, line.Month = u.ID, month
		line.Sign = leads(viewer) && !line.Own
		if err := m.fill(identity.Whole(tx), &line); err != nil {
			return sheet, err
		}
		if sheet.Total.add(line.Figures); !line.Signed.IsZero() {
			sheet.Signed++
		}
		sheet.Lines = append(sheet.Lines, line)
	}
	sheet.Total.sum()
	return sheet, nil
}

// Comment is what somebody says of his own month.
func (s *Service) Comment(ctx context.Context, month kernel.Date, version int64, text string) (Review, error) {
	viewer, _ := identity.From(ctx)
	return s.write(ctx, viewer.ID, month, version, "review.commented", nobody, func(_ *db.Tx, r *Review) error {
		if !r.Signed.IsZero() {
			return kernel.Refused("review.closed")
		}
		r.Comment = strings.TrimSpace(text)
		return worded(r.Comment, "comment")
	})
}

// Sign closes somebody's month with a verdict; the figures stay as they are then.
func (s *Service) Sign(ctx context.Context, user kernel.ID, month kernel.Date, version int64, verdict string) (Review, error) {
	return s.lead(ctx, user, month, version, "review.signed", func(tx *db.Tx, r *Review) error {
		if _, over := last(r.Month, s.today()); !over {
			return kernel.Refused("review.not_over")
		}
		if !r.Signed.IsZero() {
			return kernel.Refused("review.closed")
		}
		viewer, _ := identity.From(tx.Context())
		r.Verdict, r.Signed, r.SignedBy = strings.TrimSpace(verdict), s.today(), viewer.ID
		if err := worded(r.Verdict, "verdict"); err != nil {
			return err
		}
		return s.freeze(tx, r)
	})
}

// Reopen takes a signature back; the figures follow the days again.
func (s *Service) Reopen(ctx context.Context, user kernel.ID, month kernel.Date, version int64) (Review, error) {
	return s.lead(ctx, user, month, version, "review.reopened", func(tx *db.Tx, r *Review) error {
		if r.Signed.IsZero() {
			return kernel.Refused("review.not_signed")
		}
		r.Signed, r.SignedBy, r.Figures = kernel.Date{}, kernel.ID{}, ""
		return nil
	})
}

// mayLead refuses who does not lead somebody: nobody signs for himself.
func (s *Service) mayLead(tx *db.Tx, user kernel.ID) error {
	viewer, _ := identity.From(tx.Context())
	if viewer.ID == user {
		return kernel.Refused("review.own_month")
	}
	if viewer.SeesAll() {
		return nil
	}
	leads, err := identity.Leads(tx, viewer.ID, user)
	if err == nil && !leads {
		err = kernel.Missing("db.missing")
	}
	return err
}

// freeze keeps the figures of a month as they are today.
func (s *Service) freeze(tx *db.Tx, r *Review) error {
	sheet := Sheet{Month: r.Month}
	sheet.Until, sheet.Over = last(r.Month, s.today())
	m, err := s.month(identity.Whole(tx), &sheet)
	if err != nil {
		return err
	}
	line := Line{Review: Review{User: r.User, Month: r.Month}}
	if err := m.fill(identity.Whole(tx), &line); err != nil {
		return err
	}
	raw, err := json.Marshal(line.Figures)
	r.Figures = string(raw)
	return err
}

// lead changes the review of somebody whom the viewer leads.
func (s *Service) lead(ctx context.Context, user kernel.ID, month kernel.Date, version int64, verb string, change func(*db.Tx, *Review) error) (Review, error) {
	return s.write(ctx, user, month, version, verb, func(tx *db.Tx) error { return s.mayLead(tx, user) }, change)
}

// nobody is led by who writes his own review.
func nobody(*db.Tx) error { return nil }

// write changes the version of a review that somebody has read, or begins it. Whoever
// may not is refused before he learns how it stands.
func (s *Service) write(ctx context.Context, user kernel.ID, month kernel.Date, version int64, verb string, may func(*db.Tx) error,
	change func(*db.Tx, *Review) error) (r Review, err error) {
	month = month.Month()
	if err := check(month, s.today()); err != nil {
		return r, err
	}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if err := may(tx); err != nil {
			return err
		}
		if r, err = of(tx, user, month); err != nil {
			return err
		}
		before := r
		if r.Version != version {
			return kernel.Stale("db.stale")
		}
		if err := change(tx, &r); err != nil {
			return err
		}
		if r.Version == 0 {
			r.ID, r.Version = kernel.NewID(), 1
			err = add(tx, r)
		} else if err = replace(tx, r); err == nil {
			r.Version++
		}
		if err != nil {
			return err
		}
		return audit.Note(tx, verb, "review", r.ID, noted{user, month, before.Signed, r.Signed})
	})
	return r, err
}

// noted is a review as the audit keeps it: not what was said of somebody.
type noted struct {
	User   kernel.ID   `json:"user"`
	Month  kernel.Date `json:"month"`
	Before kernel.Date `json:"before,omitzero"`
	Signed kernel.Date `json:"signed,omitzero"`
}

func worded(text, field string) error {
	if n := len([]rune(text)); n < 2 || n > longest {
		return kernel.Invalid("review.no_words", "max", longest).In(field)
	}
	return nil
}
