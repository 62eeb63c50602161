package visit

import (
	"context"
	"slices"

	rules "erba/analysis/visit"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Plan adds a visit.
func (s *Service) Plan(ctx context.Context, v Visit) (sheet Sheet, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		v, err = s.plan(tx, v)
		return err
	})
	if err != nil {
		return sheet, err
	}
	return s.Find(ctx, v.ID)
}

// PlanAll adds visits, all or none of them.
func (s *Service) PlanAll(ctx context.Context, all []Visit) (ids []kernel.ID, err error) {
	ids = []kernel.ID{}
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		for i, v := range all {
			made, err := s.plan(tx, v)
			if err != nil {
				return kernel.Within(place("visits", i), err)
			}
			ids = append(ids, made.ID)
		}
		return nil
	})
	return ids, err
}

func (s *Service) plan(tx *db.Tx, v Visit) (Visit, error) {
	if err := s.Accounts.Require(tx, v.Account); err != nil {
		return v, err // what is out of sight is none, whatever else is wrong
	}
	_, _, today, err := s.cadences(tx)
	if err != nil {
		return v, err
	}
	v.ID, v.State, v.By, v.Made, v.Version = kernel.NewID(), IsPlanned, user(tx.Context()), today, 1
	if v.Owner.IsZero() {
		v.Owner = v.By
	}
	if v.Zone == "" {
		v.Zone = kernel.Zone().String()
	}
	if v.Day.Compare(today) < 0 && !v.Day.IsZero() {
		return v, kernel.Invalid("visit.past_day", "today", today).In("day")
	}
	if v, err = s.fit(tx, v, Visit{}); err != nil {
		return v, err
	}
	return v, s.enter(tx, v)
}

// enter writes down a new visit.
func (s *Service) enter(tx *db.Tx, v Visit) error {
	if err := add(tx, v); err != nil {
		return err
	}
	if err := sit(tx, v); err != nil {
		return err
	}
	if err := addObjectives(tx, v.Objectives); err != nil {
		return err
	}
	if err := s.reckon(tx, v.Account); err != nil {
		return err
	}
	if err := event.Emit(s.events, tx, Planned{v}); err != nil {
		return err
	}
	return audit.Note(tx, "visit.planned", "account", v.Account, v.noted())
}

// fit refuses a visit that cannot be as it is said: nobody to go, the wrong people,
// a time that there is not, or that one of us has given to somebody else. Only what
// differs from before is looked at.
func (s *Service) fit(tx *db.Tx, v, before Visit) (Visit, error) {
	v = v.tidied()
	if err := v.Check(); err != nil {
		return v, err
	}
	v, err := v.timed()
	if err != nil {
		return v, err
	}
	if err := s.ours(tx, v, before); err != nil {
		return v, err
	}
	if err := s.theirs(tx, v, before); err != nil {
		return v, err
	}
	return v, s.free(tx, v)
}

// ours refuses who has left, and an owner who does not see the account.
func (s *Service) ours(tx *db.Tx, v, before Visit) error {
	for _, id := range v.Users {
		if slices.Contains(before.Users, id) && id != v.Owner || id == before.Owner {
			continue
		}
		u, err := s.users.User(tx.Context(), id)
		if err != nil {
			return kernel.Invalid("visit.nobody").In("users")
		}
		if !u.Active {
			return kernel.Invalid("visit.left", "name", u.Name).In("users")
		}
		if id != v.Owner {
			continue
		}
		viewer, err := s.users.Viewer(tx.Context(), id)
		if err != nil {
			return err
		}
		if s.Accounts.Require(tx.As(identity.With(tx.Context(), viewer.For(reading))), v.Account) != nil {
			return kernel.Invalid("visit.blind", "name", u.Name).In("owner")
		}
	}
	return nil
}

// theirs refuses people of another account, and who has left.
func (s *Service) theirs(tx *db.Tx, v, before Visit) error {
	if len(v.People) == 0 || slices.Equal(v.People, before.People) {
		return nil
	}
	there, err := s.Contacts.People(tx, v.Account)
	if err != nil {
		return err
	}
	known := slices.Clone(before.People)
	for _, c := range there {
		known = append(known, c.ID)
	}
	for _, id := range v.People {
		if !slices.Contains(known, id) {
			return kernel.Invalid("visit.not_theirs").In("people")
		}
	}
	return nil
}

// free refuses a time at which one of those who go is at another visit. Which one
// that is, is said to who sees it; of a colleague's day nothing is said but that it
// does not go then, and not again and again.
func (s *Service) free(tx *db.Tx, v Visit) error {
	if v.From == 0 || !v.Ahead() {
		return nil
	}
	closed := func(id kernel.ID) bool { return s.open(tx, id) != nil }
	if slices.ContainsFunc(v.Users, closed) && s.asking.tired(user(tx.Context()), s.now()) {
		return kernel.Refused("visit.asked_often").In("start")
	}
	going := slices.SortedFunc(slices.Values(v.Users), kernel.ID.Compare)
	for _, id := range going {
		if err := tx.Alone("visit.diary." + id.String()); err != nil {
			return err
		}
	}
	met, err := clashes(identity.Whole(tx), v.ID, going, v.From, v.Until)
	if err != nil || len(met) == 0 {
		return err
	}
	return s.clashed(tx, v, met[0])
}

func (s *Service) clashed(tx *db.Tx, v Visit, with clash) error {
	u, err := s.users.User(tx.Context(), with.User)
	if err != nil {
		return err
	}
	if s.open(tx, with.User) != nil {
		s.asking.refused(user(tx.Context()), s.now())
		return kernel.Refused("visit.not_then", "who", u.Name).In("start")
	}
	zone, err := rules.ZoneOf(v.Zone)
	if err != nil {
		return err
	}
	from, until := instant(with.From).In(zone), instant(with.Until).In(zone)
	args := []any{"who", u.Name, "day", kernel.DateOf(from), "from", from.Format("15:04"), "until", until.Format("15:04")}
	names, err := s.Accounts.Names(tx, []kernel.ID{with.Account})
	if err != nil {
		return err
	}
	if name, seen := names[with.Account]; seen {
		return kernel.Refused("visit.meets", append(args, "account", name)...).In("start")
	}
	return kernel.Refused("visit.meets_unseen", args...).In("start")
}
