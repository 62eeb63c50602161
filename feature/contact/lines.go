package contact

// Lines are how somebody is reached at work, as far as they are said.
type Lines struct {
	Phone  *string `json:"phone,omitempty" doc:"Left out: it stays"`
	Mail   *string `json:"mail,omitempty" doc:"Left out: it stays"`
	Wechat *string `json:"wechat,omitempty" doc:"Left out: it stays"`
}

func (l Lines) said() bool { return l.Phone != nil || l.Mail != nil || l.Wechat != nil }

func (l Lines) into(c *Contact) {
	for _, line := range []struct {
		to   *string
		from *string
	}{{&c.Phone, l.Phone}, {&c.Mail, l.Mail}, {&c.Wechat, l.Wechat}} {
		if line.from != nil {
			*line.to = *line.from
		}
	}
}
