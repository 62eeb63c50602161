package pool

import (
	"context"
	"encoding/json"
	"strings"

	"erba/feature/claim"
	"erba/feature/evaluation"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// moved is what the audit remembers of an account that comes or goes.
type moved struct {
	Account kernel.ID   `json:"account"`
	User    kernel.ID   `json:"user,omitzero"`
	Way     string      `json:"way,omitempty"`
	Reason  string      `json:"reason,omitempty"`
	On      kernel.Date `json:"on,omitzero"`
}

// Take gives an account out of the pool to the viewer: to the first who asks, as far
// as his limit goes.
func (s *Service) Take(ctx context.Context, account kernel.ID) error {
	me := user(ctx)
	return s.db.Write(ctx, func(tx *db.Tx) error {
		r, one, err := s.grasp(tx, me, account)
		if err != nil {
			return err
		}
		if err := s.mayTake(tx, r, one, me); err != nil {
			return err
		}
		if err := s.give(tx, one, me, taken); err != nil {
			return err
		}
		return audit.Note(tx, "pool.taken", "account", account, moved{Account: account, User: me})
	})
}

// grasp is an account in the pool, while nobody else touches it and its future owner
// takes no other one.
func (s *Service) grasp(tx *db.Tx, to, account kernel.ID) (r Rules, one row, err error) {
	for _, name := range []string{"pool.user " + to.String(), "pool.account " + account.String()} {
		if err := tx.Alone(name); err != nil {
			return r, one, err
		}
	}
	if r, err = rules(tx); err != nil {
		return r, one, err
	}
	if one, err = open(tx, account); err != nil {
		return r, one, s.faster(tx, account, err)
	}
	return r, one, nil
}

// faster says that somebody has just taken an account that lay in the pool; one that
// did not lie there there is not.
func (s *Service) faster(tx *db.Tx, account kernel.ID, missing error) error {
	if there, err := gone(tx, account, s.today().Add(-1)); err != nil || there {
		return either(err, kernel.Refused("pool.gone"))
	}
	return missing
}

// mayTake refuses who has had enough, who had it before, and what is promised to others.
func (s *Service) mayTake(tx *db.Tx, r Rules, one row, me kernel.ID) error {
	if free := one.free(me, r, s.today()); !free.IsZero() {
		return kernel.Refused("pool.cooling", "on", free)
	}
	if !one.Reserved.IsZero() && one.Reserved != me {
		return kernel.Refused("pool.is_reserved")
	}
	holder, err := s.claims.Claimant(tx, claim.Company{Name: one.Name, City: one.City, USCC: one.USCC})
	if err != nil {
		return err
	}
	if !holder.IsZero() && holder != me {
		return kernel.Refused("pool.is_claimed")
	}
	n, err := held(tx, me, s.today())
	switch {
	case err != nil:
		return err
	case n.Held >= r.Most:
		return kernel.Refused("pool.enough", "most", r.Most)
	case n.Today >= r.Daily:
		return kernel.Refused("pool.enough_today", "most", r.Daily)
	}
	return nil
}

// give ends a stay; its account belongs to somebody from now on.
func (s *Service) give(tx *db.Tx, one row, to kernel.ID, how string) error {
	if err := end(tx, one.Stay.ID, s.today(), how, to); err != nil {
		return err
	}
	return s.accounts.Hand(identity.Whole(tx), to, one.Account)
}

// Assign gives an account out of the pool to somebody whom the viewer leads, today or
// on a later day; until then nobody else takes it.
func (s *Service) Assign(ctx context.Context, account, to kernel.ID, on kernel.Date) error {
	if err := s.canOwn(ctx, to); err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := below(tx, to); err != nil {
			return err
		}
		_, one, err := s.grasp(tx, to, account)
		if err != nil {
			return err
		}
		if err := unpromised(tx, one); err != nil {
			return err
		}
		if on.Compare(s.today()) > 0 {
			err = reserve(tx, one.Stay.ID, to, on)
		} else {
			err = s.give(tx, one, to, assigned)
		}
		if err != nil {
			return err
		}
		return audit.Note(tx, "pool.assigned", "account", account, moved{Account: account, User: to, On: on})
	})
}

// below wants somebody of the viewer's line, unless he sees everything.
func below(tx *db.Tx, to kernel.ID) error {
	ok, err := leads(tx, to)
	if err == nil && !ok {
		err = kernel.Refused("pool.not_yours")
	}
	return err
}

// unpromised refuses what is promised to somebody whom the viewer does not lead.
func unpromised(tx *db.Tx, one row) error {
	if one.Reserved.IsZero() {
		return nil
	}
	ok, err := leads(tx, one.Reserved)
	if err == nil && !ok {
		err = kernel.Refused("pool.is_reserved")
	}
	return err
}

func leads(tx *db.Tx, to kernel.ID) (bool, error) {
	me, _ := identity.From(tx.Context())
	if me.SeesAll() || me.ID == to {
		return true, nil
	}
	return identity.Leads(tx, me.ID, to)
}

// canOwn wants somebody who can sign in and to whom owning opens accounts.
func (s *Service) canOwn(ctx context.Context, to kernel.ID) error {
	u, err := s.users.User(ctx, to)
	switch {
	case err != nil:
		return err
	case !s.owns(u):
		return kernel.Refused("pool.bad_owner", "name", u.Name)
	}
	return nil
}

func (s *Service) owns(u identity.User) bool {
	return u.Active && s.users.Opens(u.Roles, "account:read")&(identity.Own|identity.Team|identity.Line|identity.All) != 0
}

// GiveBack puts an account of somebody in sight into the pool, with a reason.
func (s *Service) GiveBack(ctx context.Context, account kernel.ID, reason string) error {
	if reason = strings.TrimSpace(reason); reasoned(reason) != nil {
		return reasoned(reason)
	}
	keys, err := s.keys(ctx)
	if err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		if keys[account] {
			return kernel.Refused("pool.key_account")
		}
		found, err := things(tx, []kernel.ID{account})
		if err != nil {
			return err
		}
		if len(found) == 0 || found[0].Owner.IsZero() {
			return kernel.Refused("pool.in_pool")
		}
		return s.giveBack(tx, found[0], reason)
	})
}

// giveBack puts an account into the pool that still belongs to whom it was seen to
// belong: whoever has got it meanwhile does not lose it to a word about somebody else.
func (s *Service) giveBack(tx *db.Tx, seen thing, reason string) error {
	now, err := s.hold(tx, []kernel.ID{seen.ID})
	switch {
	case err != nil:
		return err
	case len(now) == 0 || now[0].Owner != seen.Owner:
		return kernel.Refused("pool.changed_hands")
	}
	if err := s.enter(tx, Returned, reason, kernel.ID{}, now...); err != nil {
		return err
	}
	return audit.Note(tx, "pool.returned", "account", seen.ID, moved{Account: seen.ID, Way: Returned, Reason: reason})
}

// enter puts accounts into the pool: they belong to nobody from now on, and who
// worked on them is written down.
func (s *Service) enter(tx *db.Tx, way, note string, run kernel.ID, all ...thing) error {
	ids := make([]kernel.ID, len(all))
	for i, t := range all {
		ids[i] = t.ID
		if err := leave(tx, t.ID, s.today(), t.Owner); err != nil {
			return err
		}
	}
	members, err := identity.Memberships(identity.Whole(tx), ids...)
	if err != nil {
		return err
	}
	stays := make([]Stay, len(all))
	for i, t := range all {
		stays[i] = Stay{ID: kernel.NewID(), Account: t.ID, SortKey: t.SortKey, Region: t.Region, Industry: t.Industry, Way: way, Note: note,
			By: user(tx.Context()), Was: t.Owner, Run: run, Since: s.today()}
		if stays[i].Members, err = written(members, t.ID); err != nil {
			return err
		}
	}
	if err := add(tx, stays...); err != nil {
		return err
	}
	return s.accounts.Hand(identity.Whole(tx), kernel.ID{}, ids...)
}

// written are the members of one account, but for its owner, as they are kept.
func written(all []identity.Member, account kernel.ID) (string, error) {
	own := []identity.Member{}
	for _, m := range all {
		if m.Row == account && !m.Owner {
			own = append(own, m)
		}
	}
	raw, err := json.Marshal(own)
	return string(raw), err
}

// keys are the accounts that never fall: those in the register, VIPs, the two upper
// tiers, by what is in force or what the methods say today.
func (s *Service) keys(ctx context.Context) (map[kernel.ID]bool, error) {
	classed, err := s.portfolio.Classed(ctx, usualAsk)
	if err != nil {
		return nil, err
	}
	keys := map[kernel.ID]bool{}
	for row := range int32(classed.Len()) {
		if classed.Listed(row) || classed.Key(row) || classed.VIP(row) {
			keys[classed.Account(row).ID] = true
		}
	}
	return keys, s.db.Read(system(ctx), func(tx *db.Tx) error {
		for _, model := range []string{evaluation.Tier, evaluation.Key, evaluation.VIP} {
			held, err := s.evaluations.InForceAll(tx, model, "MAJOR", "NAMED", "KEY", "VIP")
			if err != nil {
				return err
			}
			for id := range held {
				keys[id] = true
			}
		}
		return nil
	})
}

func either(err, otherwise error) error {
	if err != nil {
		return err
	}
	return otherwise
}
