package commitment

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what commitment brings to the product.
var Feature = app.Feature{
	Name:  "commitment",
	Files: files,
	Start: func(*app.Kit) {},
}
