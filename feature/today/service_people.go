package today

import (
	"context"
	"strings"

	"erba/analysis/null"
	"erba/feature/privacy"
)

// requests are what people have asked about their own data: the law sets the day.
func (s *Service) requests() Rule {
	return Rule{Name: "today.request", Area: "today.area_privacy", Grant: "privacy:read",
		Usual: Setting{On: true, Amount: None, Now: 5, Lead: Never},
		Find: func(ctx context.Context, a Ask) ([]Item, error) {
			found, err := s.privacies.Requests(ctx, privacy.Open, a.Limit)
			var all []Item
			for _, r := range found {
				args := map[string]any{"kind": Word{"privacy.kind_" + r.Kind}, "who": r.Label, "on": r.Received, "until": r.Due}
				all = append(all, Item{Subject: r.ID, User: a.User, Chance: null.None, Due: r.Due, Path: "/privacy", Does: "today.request_do",
					Title: Said{"today.request_title", args}, Reason: Said{"today.request_reason", args}})
			}
			return all, err
		}}
}

// newcomers are users who have never signed in with a password of their own.
func (s *Service) newcomers() Rule {
	return Rule{Name: "today.newcomer", Area: "today.area_users", Grant: "user:read",
		Usual: Setting{On: true, Amount: None, Now: 0, Lead: Never},
		Find: func(ctx context.Context, a Ask) ([]Item, error) {
			users, err := s.users.Users(ctx)
			var waiting []string
			for _, u := range users {
				if u.Active && u.OneTime && a.On.Days(day(u.ID.Time().UnixMicro())) >= settling {
					waiting = append(waiting, u.Name)
				}
			}
			if err != nil || len(waiting) == 0 {
				return nil, err
			}
			args := map[string]any{"count": len(waiting), "who": strings.Join(waiting[:min(shownNames, len(waiting))], "、")}
			return []Item{{Subject: named("newcomers"), User: a.User, Chance: null.None, Due: a.On, Path: "/users", Does: "today.newcomer_do",
				Title: Said{"today.newcomer_title", args}, Reason: Said{"today.newcomer_reason", args}}}, nil
		}}
}

const (
	settling   = 1 // days within which somebody signs in for the first time
	shownNames = 5
)
