package notice

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts everybody's own notices on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/me/notices", web.Anyone, web.InPerson(s.getNotices))
	web.Post(r, "/me/notices/read", web.Anyone, web.InPerson(s.postRead))
	web.Get(r, "/me/notices/settings", web.Anyone, web.InPerson(s.getWishes))
	web.Put(r, "/me/notices/settings", web.Anyone, web.InPerson(s.putWishes))
	web.Put(r, "/me/notices/mail", web.Anyone, web.Fresh(s.putMail)) // what somebody is told leaves the house there
	web.Post(r, "/me/notices/mail/confirm", web.Anyone, web.InPerson(s.postConfirm))
}

type getNotices struct {
	After kernel.ID `query:"after" doc:"The field next of the page before"`
	Limit int       `query:"limit" minimum:"1" maximum:"100" default:"20"`
}

func (s *Service) getNotices(ctx context.Context, in *getNotices) (Page, error) {
	return s.List(ctx, in.After, in.Limit)
}

type postNoticesRead struct {
	Body struct {
		UpTo kernel.ID   `json:"up_to,omitzero" doc:"This one and all before it"`
		Only []kernel.ID `json:"only,omitempty" maxItems:"100"`
	}
}

func (s *Service) postRead(ctx context.Context, in *postNoticesRead) (struct{}, error) {
	return struct{}{}, s.Mark(ctx, in.Body.UpTo, in.Body.Only)
}

func (s *Service) getWishes(ctx context.Context, _ *struct{}) (Wishes, error) { return s.Wishes(ctx) }

type putNoticeWishes struct {
	web.Match
	Body struct {
		Zone       string `json:"zone"        minLength:"1" maxLength:"60" doc:"Such as Asia/Shanghai"`
		QuietFrom  int    `json:"quiet_from"  minimum:"0" maximum:"1439" doc:"Minute of the day"`
		QuietUntil int    `json:"quiet_until" minimum:"0" maximum:"1439" doc:"Minute of the day"`
		DigestAt   int    `json:"digest_at"   minimum:"0" maximum:"1439" doc:"Minute of the day"`
		Weekend    bool   `json:"weekend"`
		Kinds      []Way  `json:"kinds"       maxItems:"100"`
	}
}

func (s *Service) putWishes(ctx context.Context, in *putNoticeWishes) (Wishes, error) {
	version, err := in.Replaces()
	if err != nil {
		return Wishes{}, err
	}
	b := in.Body
	return s.Set(ctx, Wish{Zone: b.Zone, QuietFrom: b.QuietFrom, QuietUntil: b.QuietUntil, DigestAt: b.DigestAt, Weekend: b.Weekend, Version: version}, b.Kinds)
}

type putNoticeMail struct {
	Body struct {
		Mail string `json:"mail" maxLength:"200" doc:"Empty: no letters"`
	}
}

func (s *Service) putMail(ctx context.Context, in *putNoticeMail) (struct{}, error) {
	return struct{}{}, s.Move(ctx, in.Body.Mail)
}

type postNoticeConfirm struct {
	Body struct {
		Code string `json:"code" minLength:"6" maxLength:"6"`
	}
}

func (s *Service) postConfirm(ctx context.Context, in *postNoticeConfirm) (struct{}, error) {
	return struct{}{}, s.Confirm(ctx, in.Body.Code)
}
