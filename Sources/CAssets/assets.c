// Written by bin/embed-assets: every file under files/, embedded by the compiler.
#include "assets.h"
#include <stddef.h>

static const unsigned char bytes0[] = {
#embed "files/icons/announce.svg" suffix(,)
    0};
static const unsigned char bytes1[] = {
#embed "files/icons/arrow.svg" suffix(,)
    0};
static const unsigned char bytes2[] = {
#embed "files/icons/back.svg" suffix(,)
    0};
static const unsigned char bytes3[] = {
#embed "files/icons/board.svg" suffix(,)
    0};
static const unsigned char bytes4[] = {
#embed "files/icons/calendar.svg" suffix(,)
    0};
static const unsigned char bytes5[] = {
#embed "files/icons/check.svg" suffix(,)
    0};
static const unsigned char bytes6[] = {
#embed "files/icons/clock.svg" suffix(,)
    0};
static const unsigned char bytes7[] = {
#embed "files/icons/down.svg" suffix(,)
    0};
static const unsigned char bytes8[] = {
#embed "files/icons/hand.svg" suffix(,)
    0};
static const unsigned char bytes9[] = {
#embed "files/icons/minus.svg" suffix(,)
    0};
static const unsigned char bytes10[] = {
#embed "files/icons/note.svg" suffix(,)
    0};
static const unsigned char bytes11[] = {
#embed "files/icons/offline.svg" suffix(,)
    0};
static const unsigned char bytes12[] = {
#embed "files/icons/park.svg" suffix(,)
    0};
static const unsigned char bytes13[] = {
#embed "files/icons/people.svg" suffix(,)
    0};
static const unsigned char bytes14[] = {
#embed "files/icons/pin.svg" suffix(,)
    0};
static const unsigned char bytes15[] = {
#embed "files/icons/plus.svg" suffix(,)
    0};
static const unsigned char bytes16[] = {
#embed "files/icons/print.svg" suffix(,)
    0};
static const unsigned char bytes17[] = {
#embed "files/icons/projector.svg" suffix(,)
    0};
static const unsigned char bytes18[] = {
#embed "files/icons/qr.svg" suffix(,)
    0};
static const unsigned char bytes19[] = {
#embed "files/icons/room.svg" suffix(,)
    0};
static const unsigned char bytes20[] = {
#embed "files/icons/search.svg" suffix(,)
    0};
static const unsigned char bytes21[] = {
#embed "files/icons/swap.svg" suffix(,)
    0};
static const unsigned char bytes22[] = {
#embed "files/icons/talk.svg" suffix(,)
    0};
static const unsigned char bytes23[] = {
#embed "files/icons/up.svg" suffix(,)
    0};
static const unsigned char bytes24[] = {
#embed "files/icons/voice.svg" suffix(,)
    0};
static const unsigned char bytes25[] = {
#embed "files/phrases/de-sie.yaml" suffix(,)
    0};
static const unsigned char bytes26[] = {
#embed "files/phrases/de.yaml" suffix(,)
    0};
static const unsigned char bytes27[] = {
#embed "files/phrases/en.yaml" suffix(,)
    0};
static const unsigned char bytes28[] = {
#embed "files/phrases/refused.de-sie.yaml" suffix(,)
    0};
static const unsigned char bytes29[] = {
#embed "files/phrases/refused.de.yaml" suffix(,)
    0};
static const unsigned char bytes30[] = {
#embed "files/phrases/refused.en.yaml" suffix(,)
    0};
static const unsigned char bytes31[] = {
#embed "files/phrases/views.de.yaml" suffix(,)
    0};
static const unsigned char bytes32[] = {
#embed "files/phrases/views.en.yaml" suffix(,)
    0};
static const unsigned char bytes33[] = {
#embed "files/pictures/mark.svg" suffix(,)
    0};
static const unsigned char bytes34[] = {
#embed "files/scripts/forms.js" suffix(,)
    0};
static const unsigned char bytes35[] = {
#embed "files/scripts/live.js" suffix(,)
    0};
static const unsigned char bytes36[] = {
#embed "files/scripts/phone.js" suffix(,)
    0};
static const unsigned char bytes37[] = {
#embed "files/scripts/seats.js" suffix(,)
    0};
static const unsigned char bytes38[] = {
#embed "files/scripts/timer.js" suffix(,)
    0};
static const unsigned char bytes39[] = {
#embed "files/styles/base.css" suffix(,)
    0};
static const unsigned char bytes40[] = {
#embed "files/styles/board-list.css" suffix(,)
    0};
static const unsigned char bytes41[] = {
#embed "files/styles/choice.css" suffix(,)
    0};
static const unsigned char bytes42[] = {
#embed "files/styles/document.css" suffix(,)
    0};
static const unsigned char bytes43[] = {
#embed "files/styles/elements.css" suffix(,)
    0};
static const unsigned char bytes44[] = {
#embed "files/styles/font.css" suffix(,)
    0};
static const unsigned char bytes45[] = {
#embed "files/styles/form.css" suffix(,)
    0};
static const unsigned char bytes46[] = {
#embed "files/styles/frame.css" suffix(,)
    0};
static const unsigned char bytes47[] = {
#embed "files/styles/join.css" suffix(,)
    0};
static const unsigned char bytes48[] = {
#embed "files/styles/ladder.css" suffix(,)
    0};
static const unsigned char bytes49[] = {
#embed "files/styles/layers.css" suffix(,)
    0};
static const unsigned char bytes50[] = {
#embed "files/styles/notice.css" suffix(,)
    0};
static const unsigned char bytes51[] = {
#embed "files/styles/now.css" suffix(,)
    0};
static const unsigned char bytes52[] = {
#embed "files/styles/people.css" suffix(,)
    0};
static const unsigned char bytes53[] = {
#embed "files/styles/seats.css" suffix(,)
    0};
static const unsigned char bytes54[] = {
#embed "files/styles/tokens.css" suffix(,)
    0};
static const unsigned char bytes55[] = {
#embed "files/styles/topics.css" suffix(,)
    0};
static const unsigned char bytes56[] = {
#embed "files/styles/wish.css" suffix(,)
    0};
static const unsigned char bytes57[] = {
#embed "files/templates/boards/board-list.mustache" suffix(,)
    0};
static const unsigned char bytes58[] = {
#embed "files/templates/boards/conflict.mustache" suffix(,)
    0};
static const unsigned char bytes59[] = {
#embed "files/templates/boards/now-block.mustache" suffix(,)
    0};
static const unsigned char bytes60[] = {
#embed "files/templates/boards/now.mustache" suffix(,)
    0};
static const unsigned char bytes61[] = {
#embed "files/templates/boards/plan.mustache" suffix(,)
    0};
static const unsigned char bytes62[] = {
#embed "files/templates/boards/session-row.mustache" suffix(,)
    0};
static const unsigned char bytes63[] = {
#embed "files/templates/boards/slot.mustache" suffix(,)
    0};
static const unsigned char bytes64[] = {
#embed "files/templates/gatherings/start.mustache" suffix(,)
    0};
static const unsigned char bytes65[] = {
#embed "files/templates/layouts/document.mustache" suffix(,)
    0};
static const unsigned char bytes66[] = {
#embed "files/templates/layouts/page.mustache" suffix(,)
    0};
static const unsigned char bytes67[] = {
#embed "files/templates/layouts/phone.mustache" suffix(,)
    0};
static const unsigned char bytes68[] = {
#embed "files/templates/layouts/site.mustache" suffix(,)
    0};
static const unsigned char bytes69[] = {
#embed "files/templates/layouts/wide.mustache" suffix(,)
    0};
static const unsigned char bytes70[] = {
#embed "files/templates/legal/accessibility.mustache" suffix(,)
    0};
static const unsigned char bytes71[] = {
#embed "files/templates/legal/contact.mustache" suffix(,)
    0};
static const unsigned char bytes72[] = {
#embed "files/templates/legal/imprint.mustache" suffix(,)
    0};
static const unsigned char bytes73[] = {
#embed "files/templates/legal/missing.mustache" suffix(,)
    0};
static const unsigned char bytes74[] = {
#embed "files/templates/legal/privacy.mustache" suffix(,)
    0};
static const unsigned char bytes75[] = {
#embed "files/templates/links/link.mustache" suffix(,)
    0};
static const unsigned char bytes76[] = {
#embed "files/templates/people/join.mustache" suffix(,)
    0};
static const unsigned char bytes77[] = {
#embed "files/templates/people/leave.mustache" suffix(,)
    0};
static const unsigned char bytes78[] = {
#embed "files/templates/people/people.mustache" suffix(,)
    0};
static const unsigned char bytes79[] = {
#embed "files/templates/people/profile.mustache" suffix(,)
    0};
static const unsigned char bytes80[] = {
#embed "files/templates/proposals/form.mustache" suffix(,)
    0};
static const unsigned char bytes81[] = {
#embed "files/templates/proposals/proposal.mustache" suffix(,)
    0};
static const unsigned char bytes82[] = {
#embed "files/templates/proposals/similar.mustache" suffix(,)
    0};
static const unsigned char bytes83[] = {
#embed "files/templates/proposals/topic-row.mustache" suffix(,)
    0};
static const unsigned char bytes84[] = {
#embed "files/templates/proposals/topics.mustache" suffix(,)
    0};
static const unsigned char bytes85[] = {
#embed "files/templates/proposals/wish-line.mustache" suffix(,)
    0};
static const unsigned char bytes86[] = {
#embed "files/templates/proposals/wish.mustache" suffix(,)
    0};
static const unsigned char bytes87[] = {
#embed "files/templates/refusals/refusal.mustache" suffix(,)
    0};
static const unsigned char bytes88[] = {
#embed "files/templates/shared/announcements.mustache" suffix(,)
    0};
static const unsigned char bytes89[] = {
#embed "files/templates/shared/bar.mustache" suffix(,)
    0};
static const unsigned char bytes90[] = {
#embed "files/templates/shared/choice.mustache" suffix(,)
    0};
static const unsigned char bytes91[] = {
#embed "files/templates/shared/countdown.mustache" suffix(,)
    0};
static const unsigned char bytes92[] = {
#embed "files/templates/shared/field.mustache" suffix(,)
    0};
static const unsigned char bytes93[] = {
#embed "files/templates/shared/footer.mustache" suffix(,)
    0};
static const unsigned char bytes94[] = {
#embed "files/templates/shared/hidden.mustache" suffix(,)
    0};
static const unsigned char bytes95[] = {
#embed "files/templates/shared/refused.mustache" suffix(,)
    0};

#if __has_embed("files/fonts/inter.woff2")
static const unsigned char font[] = {
#embed "files/fonts/inter.woff2" suffix(,)
    0};
#endif

static const struct asset assets[] = {
    {"icons/announce.svg", bytes0, sizeof bytes0 - 1},
    {"icons/arrow.svg", bytes1, sizeof bytes1 - 1},
    {"icons/back.svg", bytes2, sizeof bytes2 - 1},
    {"icons/board.svg", bytes3, sizeof bytes3 - 1},
    {"icons/calendar.svg", bytes4, sizeof bytes4 - 1},
    {"icons/check.svg", bytes5, sizeof bytes5 - 1},
    {"icons/clock.svg", bytes6, sizeof bytes6 - 1},
    {"icons/down.svg", bytes7, sizeof bytes7 - 1},
    {"icons/hand.svg", bytes8, sizeof bytes8 - 1},
    {"icons/minus.svg", bytes9, sizeof bytes9 - 1},
    {"icons/note.svg", bytes10, sizeof bytes10 - 1},
    {"icons/offline.svg", bytes11, sizeof bytes11 - 1},
    {"icons/park.svg", bytes12, sizeof bytes12 - 1},
    {"icons/people.svg", bytes13, sizeof bytes13 - 1},
    {"icons/pin.svg", bytes14, sizeof bytes14 - 1},
    {"icons/plus.svg", bytes15, sizeof bytes15 - 1},
    {"icons/print.svg", bytes16, sizeof bytes16 - 1},
    {"icons/projector.svg", bytes17, sizeof bytes17 - 1},
    {"icons/qr.svg", bytes18, sizeof bytes18 - 1},
    {"icons/room.svg", bytes19, sizeof bytes19 - 1},
    {"icons/search.svg", bytes20, sizeof bytes20 - 1},
    {"icons/swap.svg", bytes21, sizeof bytes21 - 1},
    {"icons/talk.svg", bytes22, sizeof bytes22 - 1},
    {"icons/up.svg", bytes23, sizeof bytes23 - 1},
    {"icons/voice.svg", bytes24, sizeof bytes24 - 1},
    {"phrases/de-sie.yaml", bytes25, sizeof bytes25 - 1},
    {"phrases/de.yaml", bytes26, sizeof bytes26 - 1},
    {"phrases/en.yaml", bytes27, sizeof bytes27 - 1},
    {"phrases/refused.de-sie.yaml", bytes28, sizeof bytes28 - 1},
    {"phrases/refused.de.yaml", bytes29, sizeof bytes29 - 1},
    {"phrases/refused.en.yaml", bytes30, sizeof bytes30 - 1},
    {"phrases/views.de.yaml", bytes31, sizeof bytes31 - 1},
    {"phrases/views.en.yaml", bytes32, sizeof bytes32 - 1},
    {"pictures/mark.svg", bytes33, sizeof bytes33 - 1},
    {"scripts/forms.js", bytes34, sizeof bytes34 - 1},
    {"scripts/live.js", bytes35, sizeof bytes35 - 1},
    {"scripts/phone.js", bytes36, sizeof bytes36 - 1},
    {"scripts/seats.js", bytes37, sizeof bytes37 - 1},
    {"scripts/timer.js", bytes38, sizeof bytes38 - 1},
    {"styles/base.css", bytes39, sizeof bytes39 - 1},
    {"styles/board-list.css", bytes40, sizeof bytes40 - 1},
    {"styles/choice.css", bytes41, sizeof bytes41 - 1},
    {"styles/document.css", bytes42, sizeof bytes42 - 1},
    {"styles/elements.css", bytes43, sizeof bytes43 - 1},
    {"styles/font.css", bytes44, sizeof bytes44 - 1},
    {"styles/form.css", bytes45, sizeof bytes45 - 1},
    {"styles/frame.css", bytes46, sizeof bytes46 - 1},
    {"styles/join.css", bytes47, sizeof bytes47 - 1},
    {"styles/ladder.css", bytes48, sizeof bytes48 - 1},
    {"styles/layers.css", bytes49, sizeof bytes49 - 1},
    {"styles/notice.css", bytes50, sizeof bytes50 - 1},
    {"styles/now.css", bytes51, sizeof bytes51 - 1},
    {"styles/people.css", bytes52, sizeof bytes52 - 1},
    {"styles/seats.css", bytes53, sizeof bytes53 - 1},
    {"styles/tokens.css", bytes54, sizeof bytes54 - 1},
    {"styles/topics.css", bytes55, sizeof bytes55 - 1},
    {"styles/wish.css", bytes56, sizeof bytes56 - 1},
    {"templates/boards/board-list.mustache", bytes57, sizeof bytes57 - 1},
    {"templates/boards/conflict.mustache", bytes58, sizeof bytes58 - 1},
    {"templates/boards/now-block.mustache", bytes59, sizeof bytes59 - 1},
    {"templates/boards/now.mustache", bytes60, sizeof bytes60 - 1},
    {"templates/boards/plan.mustache", bytes61, sizeof bytes61 - 1},
    {"templates/boards/session-row.mustache", bytes62, sizeof bytes62 - 1},
    {"templates/boards/slot.mustache", bytes63, sizeof bytes63 - 1},
    {"templates/gatherings/start.mustache", bytes64, sizeof bytes64 - 1},
    {"templates/layouts/document.mustache", bytes65, sizeof bytes65 - 1},
    {"templates/layouts/page.mustache", bytes66, sizeof bytes66 - 1},
    {"templates/layouts/phone.mustache", bytes67, sizeof bytes67 - 1},
    {"templates/layouts/site.mustache", bytes68, sizeof bytes68 - 1},
    {"templates/layouts/wide.mustache", bytes69, sizeof bytes69 - 1},
    {"templates/legal/accessibility.mustache", bytes70, sizeof bytes70 - 1},
    {"templates/legal/contact.mustache", bytes71, sizeof bytes71 - 1},
    {"templates/legal/imprint.mustache", bytes72, sizeof bytes72 - 1},
    {"templates/legal/missing.mustache", bytes73, sizeof bytes73 - 1},
    {"templates/legal/privacy.mustache", bytes74, sizeof bytes74 - 1},
    {"templates/links/link.mustache", bytes75, sizeof bytes75 - 1},
    {"templates/people/join.mustache", bytes76, sizeof bytes76 - 1},
    {"templates/people/leave.mustache", bytes77, sizeof bytes77 - 1},
    {"templates/people/people.mustache", bytes78, sizeof bytes78 - 1},
    {"templates/people/profile.mustache", bytes79, sizeof bytes79 - 1},
    {"templates/proposals/form.mustache", bytes80, sizeof bytes80 - 1},
    {"templates/proposals/proposal.mustache", bytes81, sizeof bytes81 - 1},
    {"templates/proposals/similar.mustache", bytes82, sizeof bytes82 - 1},
    {"templates/proposals/topic-row.mustache", bytes83, sizeof bytes83 - 1},
    {"templates/proposals/topics.mustache", bytes84, sizeof bytes84 - 1},
    {"templates/proposals/wish-line.mustache", bytes85, sizeof bytes85 - 1},
    {"templates/proposals/wish.mustache", bytes86, sizeof bytes86 - 1},
    {"templates/refusals/refusal.mustache", bytes87, sizeof bytes87 - 1},
    {"templates/shared/announcements.mustache", bytes88, sizeof bytes88 - 1},
    {"templates/shared/bar.mustache", bytes89, sizeof bytes89 - 1},
    {"templates/shared/choice.mustache", bytes90, sizeof bytes90 - 1},
    {"templates/shared/countdown.mustache", bytes91, sizeof bytes91 - 1},
    {"templates/shared/field.mustache", bytes92, sizeof bytes92 - 1},
    {"templates/shared/footer.mustache", bytes93, sizeof bytes93 - 1},
    {"templates/shared/hidden.mustache", bytes94, sizeof bytes94 - 1},
    {"templates/shared/refused.mustache", bytes95, sizeof bytes95 - 1},
#if __has_embed("files/fonts/inter.woff2")
    {"fonts/inter.woff2", font, sizeof font - 1},
#endif
};

struct asset assetAt(size_t index) { return assets[index]; }

size_t assetCount(void) { return sizeof assets / sizeof assets[0]; }
