package claim

import (
	"context"
	"iter"

	"erba/kernel"
)

// Exported are the columns of an exported list, as text keys.
var Exported = []string{"claim.name", "claim.city", "claim.uscc", "claim.state", "claim.user", "claim.project", "claim.asked", "claim.until",
	"claim.decided", "claim.decision"}

// everything is more claims than anybody makes.
const everything = 1 << 30

// Export are all claims in sight, as rows under Exported, in words that say() says
// in the reader's language.
func (s *Service) Export(ctx context.Context, w Which, say func(key string) string) (iter.Seq[[]any], error) {
	w.Limit = everything
	page, err := s.List(ctx, w)
	if err != nil {
		return nil, err
	}
	people, err := s.users.Users(ctx)
	if err != nil {
		return nil, err
	}
	names := map[kernel.ID]string{}
	for _, u := range people {
		names[u.ID] = u.Name
	}
	return func(yield func([]any) bool) {
		for _, c := range page.Rows {
			if !yield([]any{c.Name, c.City, c.USCC, say(c.stateKey()), names[c.User], c.Project, c.Asked, c.Until, c.Decided, c.Decision}) {
				return
			}
		}
	}, nil
}
