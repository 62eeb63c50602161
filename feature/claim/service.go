package claim

import (
	"context"
	"slices"
	"strings"
	"time"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Service keeps claims.
type Service struct {
	db       *db.DB
	users    *identity.Service
	accounts *account.Service
	now      func() time.Time
}

// NewService returns the claim service.
func NewService(d *db.DB, events *event.Bus, users *identity.Service, accounts *account.Service) *Service {
	event.On(events, leaving)
	return &Service{db: d, users: users, accounts: accounts, now: time.Now}
}

func (s *Service) today() kernel.Date { return kernel.DayOf(s.now()) }

// viewingOf is who looks at claims.
func viewingOf(ctx context.Context) viewing {
	me, _ := identity.From(ctx)
	return viewing{user: me.ID, all: me.SeesAll(), leads: me.May("claim:decide"), voice: append([]kernel.ID{me.ID}, me.StandsInFor()...)}
}

// decides reports whether a viewer may decide about a claim: of those who may at all,
// whom it was brought before, or whoever sees all. Nobody decides about what is his own.
func (v viewing) decides(c Claim) bool {
	own := slices.Contains(v.voice, c.User) || !c.Rival.IsZero() && slices.Contains(v.voice, c.Rival)
	before := !c.Decider.IsZero() && slices.Contains(v.voice, c.Decider)
	return v.leads && (c.State == Asked || c.State == Clashing) && !own && (before || v.all)
}

// List is a page of claims.
func (s *Service) List(ctx context.Context, w Which) (page Claims, err error) {
	v := viewingOf(ctx)
	page.Rows = []Listed{}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		rules, err := rules(tx)
		if err != nil {
			return err
		}
		all, err := list(tx, v, w)
		for _, c := range all {
			page.Rows = append(page.Rows, s.listed(v, rules, c))
		}
		if n := len(all); n > 0 && n == w.Limit {
			page.Next = all[n-1].ID
		}
		return err
	})
	return page, err
}

// listed is a claim with what the viewer may do about it.
func (s *Service) listed(v viewing, r Rules, c Claim) Listed {
	mine, soon := c.User == v.user, s.today().Add(int(r.Warn))
	return Listed{c, c.State == Granted && c.Until.Compare(soon) <= 0, May{Decide: v.decides(c),
		Renew: mine && r.renewable(c, s.today()) == nil, Return: mine && c.Stands(), Open: mine && c.State == Granted && c.holds(s.today())}}
}

// Find is one claim; who decides about it sees what stands against it.
func (s *Service) Find(ctx context.Context, id kernel.ID) (one Case, err error) {
	v := viewingOf(ctx)
	one.Rivals = []Rival{}
	var c Claim
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		rules, err := rules(tx)
		if err != nil {
			return err
		}
		c, err = find(tx, v, id)
		one.Listed = s.listed(v, rules, c)
		return err
	})
	if err != nil || !v.decides(c) {
		return one, err
	}
	one.Rivals, err = s.rivals(ctx, c)
	return one, err
}

// rivals are what stands against a claim, for who decides about it.
func (s *Service) rivals(ctx context.Context, c Claim) (all []Rival, err error) {
	known, err := s.accounts.Known(ctx, c.company())
	if err != nil {
		return nil, err
	}
	all = []Rival{}
	return all, s.db.Read(ctx, func(tx *db.Tx) error {
		for kind, ids := range map[string][]kernel.ID{isAccount: known[0].Same, isSimilar: known[0].Near} {
			there, err := owned(identity.Whole(tx), ids[:min(len(ids), few)])
			if err != nil {
				return err
			}
			for _, t := range there {
				all = append(all, Rival{Kind: kind, Name: t.Name, City: t.City, User: t.Owner})
			}
		}
		slices.SortStableFunc(all, func(a, b Rival) int { return strings.Compare(a.Kind, b.Kind) })
		others, err := live(tx)
		for _, o := range others {
			if o.ID.Compare(c.ID) < 0 && o.holds(s.today()) && o.same(c.Company) {
				all = append(all, Rival{Kind: isClaim, Name: o.Name, City: o.City, User: o.User, Project: o.Project, Until: o.Until})
			}
		}
		return err
	})
}

const few = 20 // rivals that somebody looks at

func (c Company) company() account.Company {
	return account.Company{Name: c.Name, City: c.City, USCC: c.USCC, Phone: c.Phone}
}

// Standing is how the viewer stands with his claims.
func (s *Service) Standing(ctx context.Context) (st Standing, err error) {
	v := viewingOf(ctx)
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if st.Rules, err = rules(tx); err != nil {
			return err
		}
		if st.Live, err = countLive(tx, v.user); err != nil {
			return err
		}
		if st.Decide, err = countOpen(tx, v); err != nil || !v.leads {
			st.Decide = 0
		}
		if err == nil {
			st.News, err = news(tx, v.user)
		}
		return err
	})
	return st, err
}

// Look marks the notices of the viewer as seen, up to one.
func (s *Service) Look(ctx context.Context, upto kernel.ID) error {
	return s.db.Write(ctx, func(tx *db.Tx) error { return see(tx, viewingOf(ctx).user, upto) })
}

// tell leaves a notice to somebody.
func (s *Service) tell(tx *db.Tx, user kernel.ID, what, company, words string) error {
	if user.IsZero() {
		return nil
	}
	return note(tx, Notice{ID: kernel.NewID(), User: user, What: what, Company: company, Words: words, On: s.today()})
}

// Govern puts other rules in force.
func (s *Service) Govern(ctx context.Context, r Rules) (Rules, error) {
	r.Reason = strings.TrimSpace(r.Reason)
	if err := r.Check(); err != nil {
		return r, err
	}
	return r, s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := rules(tx)
		switch {
		case err != nil:
			return err
		case old.Version != r.Version:
			return kernel.Stale("db.stale")
		}
		r.Version, r.By, r.At = old.Version+1, viewingOf(ctx).user, s.now().UnixMicro()
		if err := addRules(tx, r); err != nil {
			return err
		}
		return audit.Changed(tx, "claim.governed", "claim", kernel.ID{}, old, r)
	})
}

// leaving keeps accounts that have come of a claim.
func leaving(tx *db.Tx, e account.Leaving) error {
	claimed, err := claimedFor(tx, e.IDs)
	for _, id := range claimed {
		e.Need(id, "claim.claimed_for")
	}
	return err
}
