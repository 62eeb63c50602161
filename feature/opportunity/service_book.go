package opportunity

import (
	"cmp"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Book takes over deals from elsewhere, in their states: those of new codes are
// added, others changed where the file says something else. The same file again
// changes nothing. A deal out of the viewer's sight is refused as taken.
func (s *Service) Book(tx *db.Tx, all []Deal) (inserted, updated, same int, err error) {
	known, err := byCode(tx, codes(all))
	if err != nil {
		return 0, 0, 0, err
	}
	var news []Deal
	for _, d := range all {
		before, ok := known[d.Code]
		if !ok {
			if d, err = s.brought(tx, d); err != nil {
				return 0, 0, 0, err
			}
			news = append(news, d)
			known[d.Code] = d
			continue
		}
		next := before.filled(d)
		if next == before || equal(next, before) {
			same++
			continue
		}
		if err := next.Check(); err != nil {
			return 0, 0, 0, kernel.Within(d.Code, err)
		}
		if err := s.rebook(tx, before, next); err != nil {
			return 0, 0, 0, err
		}
		updated++
	}
	return len(news), updated, same, s.bring(tx, news)
}

func codes(all []Deal) []string {
	names := make([]string, len(all))
	for i, d := range all {
		names[i] = d.Code
	}
	return names
}

// brought is a deal as it is kept when a file brings it.
func (s *Service) brought(tx *db.Tx, d Deal) (Deal, error) {
	d.tidy()
	d.ID, d.Version, d.Made, d.Author = kernel.NewID(), 1, s.today(), viewer(tx.Context())
	d.State = cmp.Or(d.State, Going)
	if d.Opened.IsZero() {
		d.Opened, d.Unopened = d.Made, true
	}
	if d.Entered.IsZero() {
		d.Entered = d.Opened
	}
	if d.Row = d.Account; d.Account.IsZero() {
		d.Row = d.ID
	}
	d.FirstExpected = d.Expected
	return d, d.Check()
}

// bring adds new deals, with who may see them and how they went as far as it is known.
func (s *Service) bring(tx *db.Tx, all []Deal) error {
	if len(all) == 0 {
		return nil
	}
	if err := s.unknown(tx, all); err != nil {
		return err
	}
	if err := add(tx, all...); err != nil {
		return err
	}
	var members []identity.Member
	var went []move
	for _, d := range all {
		if d.Account.IsZero() && !d.Owner.IsZero() {
			members = append(members, identity.Member{Row: d.ID, User: d.Owner, Owner: true})
		}
		went = append(went, d.went()...)
	}
	if err := identity.Join(tx, members...); err != nil {
		return err
	}
	return addMoves(tx, went...)
}

// unknown refuses codes that deals have which the viewer does not see.
func (s *Service) unknown(tx *db.Tx, all []Deal) error {
	hidden, err := byCode(identity.Whole(tx), codes(all))
	for code := range hidden {
		return kernel.Refused("opportunity.taken", "code", code)
	}
	return err
}

// went is how a deal that is brought got where it is, as far as it says.
func (d Deal) went() []move {
	began := move{ID: kernel.NewID(), Deal: d.ID, To: d.Stage, State: Going, On: d.Opened}
	if d.Live() {
		began.On = d.Entered
		return []move{began}
	}
	return []move{began, {ID: kernel.NewID(), Deal: d.ID, From: d.Stage, To: d.Stage, State: d.State, On: d.Closed, Reason: d.Outcome}}
}

// rebook writes what a file says differently.
func (s *Service) rebook(tx *db.Tx, before, next Deal) error {
	if err := replace(tx, next); err != nil {
		return err
	}
	if next.Account.IsZero() {
		if err := s.hand(tx, before, next); err != nil {
			return err
		}
	}
	if before.Stage == next.Stage && before.State == next.State {
		return nil
	}
	on := next.Closed
	if next.Live() {
		on = s.today()
	}
	return addMoves(tx, move{ID: kernel.NewID(), Deal: next.ID, From: before.Stage, To: next.Stage, State: next.State, On: on, Reason: next.Outcome})
}
