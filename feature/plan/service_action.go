package plan

import (
	"context"
	"iter"
	"strings"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Act adds an action for an account.
func (s *Service) Act(ctx context.Context, a Action) (Action, error) {
	a.ID, a.State, a.By, a.Made, a.Version, a.Title = kernel.NewID(), Open, user(ctx), s.today(), 1, strings.TrimSpace(a.Title)
	if a.From.IsZero() {
		a.From = a.Made
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, a.Account); err != nil {
			return err // what is out of sight is none, whatever else is wrong
		}
		if !a.Subject.IsZero() {
			if err := s.subjects(tx, a.Account, a.Subject); err != nil {
				return err
			}
		}
		if err := a.Check(); err != nil {
			return err
		}
		owner, err := s.does(ctx, a.Owner)
		if err != nil {
			return err
		}
		if err := s.reaches(tx, owner, a.Account); err != nil {
			return err
		}
		if err := addActions(tx, a); err != nil {
			return err
		}
		return audit.Note(tx, "plan.acted", "account", a.Account, a)
	})
	return a, err
}

// does is who is to do something; who has left does nothing any more.
func (s *Service) does(ctx context.Context, owner kernel.ID) (v identity.Viewer, err error) {
	u, err := s.users.User(ctx, owner)
	if err != nil {
		return v, err
	}
	if !u.Active {
		return v, kernel.Invalid("plan.left", "name", u.Name).In("owner")
	}
	return s.users.Viewer(ctx, owner)
}

// reaches refuses to leave something to do to who does not see the account.
func (s *Service) reaches(tx *db.Tx, owner identity.Viewer, account kernel.ID) error {
	if s.accounts.Require(tx.As(identity.With(tx.Context(), owner.For("action:read"))), account) != nil {
		return kernel.Invalid("plan.blind", "name", owner.Name).In("owner")
	}
	return nil
}

// Amend writes over the title, the owner and the days of an open action.
func (s *Service) Amend(ctx context.Context, next Action) (Action, error) {
	return s.turn(ctx, next.ID, next.Version, "plan.amended", func(tx *db.Tx, a *Action) error {
		if a.State != Open {
			return kernel.Refused("plan.action_ended")
		}
		before := a.Owner
		a.Title, a.Owner, a.Due = strings.TrimSpace(next.Title), next.Owner, next.Due
		if err := a.Check(); err != nil || a.Owner == before {
			return err
		}
		owner, err := s.does(tx.Context(), a.Owner)
		if err != nil {
			return err
		}
		return s.reaches(tx, owner, a.Account)
	})
}

// Finish notes what came of an action, Done, or why it is given up, Dropped.
func (s *Service) Finish(ctx context.Context, id kernel.ID, version int64, state, said string) (Action, error) {
	verb := "plan.done"
	if state == Dropped {
		verb = "plan.dropped"
	}
	return s.turn(ctx, id, version, verb, func(_ *db.Tx, a *Action) error {
		if a.State != Open {
			return kernel.Refused("plan.action_ended")
		}
		return a.end(state, said, s.today())
	})
}

// Reopen takes back that an action has ended.
func (s *Service) Reopen(ctx context.Context, id kernel.ID, version int64) (Action, error) {
	return s.turn(ctx, id, version, "plan.reopened", func(_ *db.Tx, a *Action) error {
		if a.State == Open {
			return kernel.Refused("plan.action_open")
		}
		a.State, a.Result, a.Ended = Open, "", kernel.Date{}
		return nil
	})
}

func (s *Service) turn(ctx context.Context, id kernel.ID, version int64, verb string, change func(*db.Tx, *Action) error) (a Action, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if a, err = findAction(tx, id); err != nil {
			return err
		}
		before := a
		if err := change(tx, &a); err != nil {
			return err
		}
		a.Version = version
		if err := replaceAction(tx, a); err != nil {
			return err
		}
		a.Version++
		return audit.Changed(tx, verb, "account", a.Account, before, a)
	})
	return a, err
}

// List is a page of actions.
func (s *Service) List(ctx context.Context, w Which) (page Actions, err error) {
	w.viewer, w.today = user(ctx), s.today()
	page = Actions{Rows: []Listed{}, Today: w.today}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if !w.Account.IsZero() {
			if err := s.accounts.Require(tx, w.Account); err != nil {
				return err
			}
		}
		rows, err := list(tx, w)
		if err != nil {
			return err
		}
		for _, r := range rows {
			page.Rows = append(page.Rows, Listed{r.Action, r.Code, r.Name, r.Late(w.today)})
		}
		if n := len(rows); n == w.Limit {
			page.Next = rows[n-1].ID
		}
		n, err := tally(tx, w.today)
		page.Open, page.Late = n.Open, n.Late
		return err
	})
	return page, err
}

// Exported are the columns of an exported list, as text keys.
var Exported = []string{"plan.code", "plan.account", "plan.title", "plan.owner", "plan.due", "plan.state", "plan.late", "plan.result"}

const everything = 1 << 30 // more actions than anybody has

// Export are actions as rows under Exported, in words that say() says in the
// reader's language.
func (s *Service) Export(ctx context.Context, w Which, say func(key string) string) (iter.Seq[[]any], error) {
	w.Limit = everything
	page, err := s.List(ctx, w)
	if err != nil {
		return nil, err
	}
	names, err := s.names(ctx)
	return func(yield func([]any) bool) {
		for _, r := range page.Rows {
			late := ""
			if r.Late {
				late = say("plan.yes")
			}
			if !yield([]any{r.Code, r.Name, r.Title, names[r.Owner], r.Due, say(r.key()), late, r.Result}) {
				return
			}
		}
	}, err
}

// names are those of everybody who works here or did.
func (s *Service) names(ctx context.Context) (map[kernel.ID]string, error) {
	all, err := s.users.Users(ctx)
	names := map[kernel.ID]string{}
	for _, u := range all {
		names[u.ID] = u.Name
	}
	return names, err
}

// Population is how many actions there are, of which an export is a part.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	err = s.db.Read(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = countActions(tx)
		return err
	})
	return n, err
}
