package calendar

import (
	"context"
	"io"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts everybody's own feeds on the REST API, and the feeds themselves beside it.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/me/calendar", web.Anyone, web.InPerson(s.getFeeds))
	web.Post(r, "/me/calendar", web.Anyone, web.Fresh(s.postFeed))
	web.Delete(r, "/me/calendar/{id}", web.Anyone, web.InPerson(s.deleteFeed))
	web.Feed(r, path, suffix, s.fetch)
}

// fetch is what a calendar gets for a word.
func (s *Service) fetch(ctx context.Context, word string) (web.File, error) {
	body, err := s.Fetch(ctx, word)
	return web.File{Name: "erba" + suffix, Type: "text/calendar; charset=utf-8", Write: func(w io.Writer) error {
		_, err := io.WriteString(w, body)
		return err
	}}, err
}

func (s *Service) getFeeds(ctx context.Context, _ *struct{}) ([]Feed, error) { return s.Feeds(ctx) }

type postCalendarFeed struct {
	Body struct {
		Name   string `json:"name"   minLength:"2" maxLength:"60" doc:"Where it is used, such as a phone"`
		Detail string `json:"detail" enum:"busy,account,full"`
	}
}

func (s *Service) postFeed(ctx context.Context, in *postCalendarFeed) (Issued, error) {
	return s.Issue(ctx, Feed{Name: in.Body.Name, Detail: in.Body.Detail})
}

type byFeed struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) deleteFeed(ctx context.Context, in *byFeed) (struct{}, error) {
	return struct{}{}, s.Revoke(ctx, in.ID)
}
