package apptest

import (
	"context"
	"encoding/json"
	"net/url"
	"strings"
)

// Work runs the queue's jobs until the test ends.
func (s *Stage) Work() {
	ctx, stop := context.WithCancel(s.Context())
	gone := make(chan struct{})
	go func() { s.Kit.Jobs.Work(ctx, 1); close(gone) }()
	s.Cleanup(func() { stop(); <-gone })
}

// Book imports a file to its end, on behalf of a role's user, as a browser
// would; it opens the accounts that it names. The queue must be at work.
func (s *Stage) Book(role, kind, name, file string) (id string) {
	s.Helper()
	cookie, _, _ := strings.Cut(s.Cookie(role), ";")
	var one struct {
		ID, State string
		Settings  map[string]any
	}
	ask := func(method, path, body, media string) {
		w := s.Do("", method, path, body, "Cookie", cookie, "Content-Type", media)
		if err := json.Unmarshal(w.Body.Bytes(), &one); err != nil || w.Code != 200 {
			s.Fatalf("%s %s: %d %s", method, path, w.Code, w.Body)
		}
	}
	ask("POST", "/api/imports?name="+url.QueryEscape(name)+"&kind="+kind, file, "application/octet-stream")
	at := "/api/imports/" + one.ID
	one.Settings["create_accounts"] = true
	settings, err := json.Marshal(one.Settings)
	must(s.T, err)
	ask("PUT", at, string(settings), "application/json")
	ask("POST", at+"/book", "", "application/json")
	s.Wait(kind+" are booked", func() bool {
		ask("GET", at, "", "application/json")
		return one.State == "published" || one.State == "failed"
	})
	if one.State != "published" {
		s.Fatalf("%s of %s: %s", kind, name, one.State)
	}
	return one.ID
}
