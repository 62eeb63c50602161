package campaign

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what campaign brings to the product.
var Feature = app.Feature{
	Name:  "campaign",
	Files: files,
	Start: func(*app.Kit) {},
}
