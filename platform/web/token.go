package web

import (
	"context"
	"net/http"
	"strings"

	"erba/kernel"
	"erba/platform/identity"
	"erba/platform/text"
)

// byToken lets programs in that carry a token; cookies count for nothing then.
func (s *Server) byToken(next, others http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		word, carried := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if !carried || !strings.HasPrefix(r.URL.Path, "/api/") {
			others.ServeHTTP(w, r)
			return
		}
		ctx := r.Context()
		viewer, token, err := s.users.Bearer(ctx, word)
		if err != nil {
			w.Header().Set("WWW-Authenticate", "Bearer")
			r = r.WithContext(s.texts.With(ctx, text.Choose(r.Header.Get("Accept-Language"))))
			refuse(w, r, http.StatusUnauthorized, kernel.Denied("web.bad_token"))
			return
		}
		ctx = again(identity.WithToken(identity.With(ctx, viewer), token), func(ctx context.Context) (identity.Viewer, error) {
			now, _, err := s.users.Bearer(ctx, word)
			return now, err
		})
		ctx = again(ctx, func(ctx context.Context) (identity.Viewer, error) {
			now, _, err := s.users.Bearer(ctx, word)
			return now, err
		})
		next.ServeHTTP(w, r.WithContext(s.texts.With(ctx, viewer.Language)))
	})
}
